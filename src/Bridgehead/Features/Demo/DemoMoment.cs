namespace Bridgehead.Features.Demo;

/// <summary>A moment of the demo city's past: what it did is entered in the week it did it, so that its figures of any earlier day are those of that day.</summary>
internal sealed class DemoMoment(DateTime at) : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => at;

    /// <summary>When something done on a day was entered: on the Friday that follows, at ten in the morning; never later than now.</summary>
    public static DateTime Entered(DateOnly on, DateTime now)
    {
        var friday = on.AddDays(((int)DayOfWeek.Friday - (int)on.DayOfWeek + 7) % 7).ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc);
        return friday < now ? friday : now;
    }
}
