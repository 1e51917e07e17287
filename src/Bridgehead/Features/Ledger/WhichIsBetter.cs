namespace Bridgehead.Features.Ledger;

/// <summary>What the direction of an indicator means for its figures: whose is better, and who is behind.</summary>
public static class WhichIsBetter
{
    /// <summary>Whether one number is better than another.</summary>
    public static bool IsBetter(this Direction direction, decimal? one, decimal? other) => direction == Direction.Lower ? one < other : one > other;

    /// <summary>Whether a completion is behind the time gone by: too little of a target that is to be reached, too much of one that is not to be exceeded.</summary>
    public static bool IsBehind(this Direction direction, decimal? completion, decimal? elapsed) => direction == Direction.Lower ? completion > elapsed : completion < elapsed;

    /// <summary>Best first; what is not known stands last.</summary>
    public static IOrderedEnumerable<T> BestFirst<T>(this IEnumerable<T> all, Direction direction, Func<T, decimal?> number) =>
        all.OrderByDescending(one => number(one) is { } known ? direction == Direction.Lower ? -known : known : decimal.MinValue);
}
