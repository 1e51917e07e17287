using System.Globalization;

namespace Bridgehead.Features.Reports;

/// <summary>How numbers are printed: rounded half up at the very end, zeros at the end of the decimals left away as bulletins do.</summary>
public sealed record NumberStyle
{
    /// <summary>Decimals of a percentage or of percentage points.</summary>
    public int PercentDecimals { get; init; } = 2;

    /// <summary>Decimals of an amount in 亿元 or 万元.</summary>
    public int AmountDecimals { get; init; } = 2;

    /// <summary>A percentage's digits.</summary>
    public string Percent(decimal value) => Print(value, PercentDecimals);

    /// <summary>An amount's digits in its display unit.</summary>
    public string Amount(decimal value) => Print(value, AmountDecimals);

    /// <summary>A percentage's digits in a column, with all its decimals so that the points stand one below the other.</summary>
    public string PercentInColumn(decimal value) => Round(value, PercentDecimals).ToString("F" + PercentDecimals, CultureInfo.InvariantCulture);

    /// <summary>An amount's digits in a column, with all its decimals.</summary>
    public string AmountInColumn(decimal value) => Round(value, AmountDecimals).ToString("F" + AmountDecimals, CultureInfo.InvariantCulture);

    /// <summary>Whether a percentage prints as zero.</summary>
    public bool PrintsAsZero(decimal percent) => Round(percent, PercentDecimals) == 0;

    private static string Print(decimal value, int decimals) =>
        Round(value, decimals).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
