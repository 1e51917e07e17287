using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>Which ledger is taken out; days are days in the city.</summary>
public sealed class LedgerFileQuery
{
    /// <summary>Which ledger.</summary>
    public LedgerFileKind? Kind { get; set; }
    /// <summary>The unit: code, name or short name; it and everything below it. The highest in scope when left out.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>The first day; the first of the year (for leads: Monday of this week) when left out.</summary>
    public DateOnly? From { get; set; }
    /// <summary>The last day; today when left out.</summary>
    public DateOnly? To { get; set; }
    /// <summary>As it stood at the end of this day: nothing later counts, and of money nothing that was entered later.</summary>
    public DateOnly? AsOf { get; set; }
    /// <summary>Only projects of at least so many 亿元.</summary>
    [Range(0d, 100000d, ErrorMessage = "投资额下限应在0至100000亿元之间")] public decimal? AtLeast { get; set; }
    /// <summary>The paper it is printed on; A4 when left out.</summary>
    public LedgerPaper? Paper { get; set; }

    /// <summary>As it stands in an address.</summary>
    public string Text(LedgerFileKind kind) => string.Join('&', new (string Key, string? Value)[]
    {
        ("kind", kind.ToString()), ("unit", Unit), ("from", Day(From)), ("to", Day(To)), ("asOf", Day(AsOf)),
        ("atLeast", AtLeast?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)), ("paper", Paper?.ToString()),
    }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => p.Key + "=" + Uri.EscapeDataString(p.Value!)));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
