namespace Bridgehead.Features.Progress;

/// <summary>The day it is in the city (UTC+8): a due day ends at midnight there, wherever the program runs.</summary>
internal static class CityClock
{
    /// <summary>Today in the city.</summary>
    public static DateOnly Day(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
}
