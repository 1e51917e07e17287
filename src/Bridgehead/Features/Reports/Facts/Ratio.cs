namespace Bridgehead.Features.Reports;

/// <summary>The ratios of the trade in percent, on unrounded values. What cannot be said is null, never zero.</summary>
public static class Ratio
{
    /// <summary>完成率、占比、履约率: part of whole in percent; null when either is unknown or the whole is zero.</summary>
    public static decimal? Percent(long? part, long? whole) => whole is null or 0 ? null : part * 100m / whole;

    /// <summary>同比: growth in percent; null when the base is missing, zero or negative.</summary>
    public static decimal? Growth(long? value, long? before) => before is null or <= 0 ? null : (value - before) * 100m / before;

    /// <summary>序时进度: months gone by of twelve, in percent.</summary>
    public static decimal Pace(int months) => months * 100m / 12;

    /// <summary>超（欠）序时进度: percentage points ahead of (positive) or behind (negative) the months gone by.</summary>
    public static decimal? PaceGap(decimal? completion, int months) => completion - Pace(months);
}
