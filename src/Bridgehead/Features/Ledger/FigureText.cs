using System.Globalization;

namespace Bridgehead.Features.Ledger;

/// <summary>Figures as they are read: rounded half up to two digits, a dash for what is not known.</summary>
public static class FigureText
{
    /// <summary>An amount in a unit, without the unit: "1,005,136", "339.05", "—".</summary>
    public static string Amount(long? smallest, string unit) => smallest is { } value
        ? Math.Round(UnitOfMeasure.Write(value, unit), 2, MidpointRounding.AwayFromZero).ToString("#,0.##", CultureInfo.InvariantCulture)
        : "—";

    /// <summary>What lies between two amounts as they are shown, with its sign: "+17.17", "—".</summary>
    public static string Between(long? earlier, long? later, string unit)
    {
        if (earlier is null && later is null) return "—";
        decimal Shown(long? value) => Math.Round(UnitOfMeasure.Write(value ?? 0, unit), 2, MidpointRounding.AwayFromZero);
        return (Shown(later) - Shown(earlier)).ToString("+#,0.##;-#,0.##;0", CultureInfo.InvariantCulture);
    }

    /// <summary>A percentage: "125.64%", "—".</summary>
    public static string Percent(decimal? percent) =>
        Ratio.Rounded(percent) is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) + "%" : "—";

    /// <summary>A change in percent with its sign: "+12.30%", "—".</summary>
    public static string Change(decimal? percent) =>
        Ratio.Rounded(percent) is { } value ? value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + "%" : "—";

    /// <summary>Percentage points with their sign: "+42.31".</summary>
    public static string Points(decimal? points) =>
        Ratio.Rounded(points) is { } value ? value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) : "—";
}
