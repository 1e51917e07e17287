namespace Bridgehead.Features.Ledger;

/// <summary>The ratios of the trade, in percent, exact; rounding half up happens only at display (domain rules 4.6 and 4.8). A denominator that is missing or 0 gives nothing, never 0.</summary>
public static class Ratio
{
    /// <summary>完成率: done ÷ annual target × 100.</summary>
    public static decimal? Completion(long? done, long? target) => Percent(done, target);

    /// <summary>占比: part ÷ whole × 100.</summary>
    public static decimal? Share(long? part, long? whole) => Percent(part, whole);

    /// <summary>序时进度: elapsed months ÷ 12 × 100.</summary>
    public static decimal Elapsed(int months) => months * 100m / 12m;

    /// <summary>超（欠）序时进度: completion − elapsed months ÷ 12, in percentage points.</summary>
    public static decimal? Pace(decimal? completion, int months) => completion - Elapsed(months);

    /// <summary>同比: (now − before) ÷ before × 100; nothing when the base is missing, 0 or below.</summary>
    public static decimal? YearOnYear(long? now, long? before) => before is > 0 && now is { } value ? ((decimal)value - before.Value) * 100m / before.Value : null;

    /// <summary>Half up at so many digits, away from zero.</summary>
    public static decimal? Rounded(decimal? percent, int digits = 2) =>
        percent is { } value ? Math.Round(value, digits, MidpointRounding.AwayFromZero) : null;

    private static decimal? Percent(long? part, long? whole) => part is { } value && whole is > 0 ? value * 100m / whole.Value : null;
}
