using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bridgehead.Features.Reports;

/// <summary>Which figure a number is: by it the number is found again in the document, and the figure's page from the number.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Measure">What of the figure is told.</param>
/// <param name="Group">The group, as "origin:province"; null for the whole.</param>
/// <param name="Against">Whose target, where there are several; null for the one.</param>
/// <param name="Scope">The version of the indicator's definition.</param>
public sealed record FigureKey(
    string Indicator, string Unit, DateOnly From, DateOnly To, FigureMeasure Measure, string? Group = null, string? Against = null, int Scope = 1)
{
    /// <summary>Word keeps at most 64 characters of a content control's tag.</summary>
    private const int LongestTag = 64;

    /// <summary>The key as one line of text.</summary>
    public string Text => string.Join('|', Named, Unit, $"{Month(From)}/{Month(To)}", Group ?? "-", Against ?? "-", MeasureName);

    /// <summary>The indicator's code, with the version of its definition where it is not the first.</summary>
    public string Named => Scope == 1 ? Indicator : string.Create(CultureInfo.InvariantCulture, $"{Indicator}@{Scope}");

    /// <summary>The same figure of another year, by which last year's report is laid beside this one's.</summary>
    public FigureKey InYear(int year) => this with { From = new DateOnly(year, From.Month, 1), To = new DateOnly(year + To.Year - From.Year, To.Month, 1).AddMonths(1).AddDays(-1) };

    /// <summary>The key as a tag: its text, or where that is too long for Word its beginning and a digest of the whole.</summary>
    public string Tag => Text.Length <= LongestTag ? Text
        : string.Concat(Text.AsSpan(0, 40), "~", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))).AsSpan(0, 20));

    /// <summary>The figure's page.</summary>
    public string Address
    {
        get
        {
            var address = $"/figures/{Uri.EscapeDataString(Named)}?unit={Uri.EscapeDataString(Unit)}&from={Month(From)}&to={Month(To)}";
            if (Group is not null) address += $"&group={Uri.EscapeDataString(Group)}";
            if (Against is not null) address += $"&against={Uri.EscapeDataString(Against)}";
            return Measure is FigureMeasure.Value ? address : $"{address}&measure={MeasureName}";
        }
    }

    /// <summary>The measure in lower case, as the address has it.</summary>
    public string MeasureName => Measure switch
    {
        FigureMeasure.Value => "value",
        FigureMeasure.Count => "count",
        FigureMeasure.Share => "share",
        FigureMeasure.Target => "target",
        FigureMeasure.Completion => "completion",
        FigureMeasure.Yoy => "yoy",
        FigureMeasure.Pace => "pace",
        FigureMeasure.Rank => "rank",
        _ => "gap",
    };

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
