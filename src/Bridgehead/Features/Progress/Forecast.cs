namespace Bridgehead.Features.Progress;

/// <summary>How wide the group of comparable projects had to be taken.</summary>
public enum ForecastGroup
{
    /// <summary>Same branch, same size.</summary>
    [Label("同产业、同规模")] BranchAndSize,
    /// <summary>Same branch, any size.</summary>
    [Label("同产业、各规模")] Branch,
    /// <summary>Any branch.</summary>
    [Label("各产业、各规模")] All,
}

/// <summary>
/// When a project is likely to start or produce, with what that rests on: the days finished projects took from the same stage. Half of them were there by
/// <see cref="MedianOn"/>, four fifths by <see cref="LateOn"/>.
/// </summary>
/// <param name="Target">The stage forecast, by order.</param>
/// <param name="From">The stage it is counted from, by order.</param>
/// <param name="FromOn">The day the project entered that stage.</param>
/// <param name="Group">How wide the group is.</param>
/// <param name="Count">How many finished projects it rests on, 5 or more.</param>
/// <param name="MedianDays">The days half of them took.</param>
/// <param name="LateDays">The days four fifths of them took.</param>
public sealed record Forecast(int Target, int From, DateOnly FromOn, ForecastGroup Group, int Count, int MedianDays, int LateDays)
{
    /// <summary>The fewest finished projects a forecast may rest on.</summary>
    public const int Fewest = 5;

    /// <summary>The likely day.</summary>
    public DateOnly MedianOn => FromOn.AddDays(MedianDays);

    /// <summary>The day by which four of five comparable projects were there.</summary>
    public DateOnly LateOn => FromOn.AddDays(LateDays);

    /// <summary>Which of so many ordered values is a percentile: the nearest rank, counted from 0. Of 5 values the median is the third, the 80th percentile the fourth.</summary>
    /// <param name="count">How many values, 1 or more.</param>
    /// <param name="percent">Which percentile, 1 to 100.</param>
    public static int Rank(int count, int percent) => (count * percent + 99) / 100 - 1;
}
