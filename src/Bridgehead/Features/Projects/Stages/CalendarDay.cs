namespace Bridgehead.Features.Projects.Stages;

/// <summary>A day that is not what its weekday says: a holiday on a weekday, or a working Saturday or Sunday (调休).</summary>
public sealed class CalendarDay : IVersioned, IAudited
{
    private CalendarDay() { }

    /// <summary>States what a day is.</summary>
    /// <param name="day">The day.</param>
    /// <param name="working">Whether people work.</param>
    /// <param name="name">Why: the holiday's name, up to 40 characters.</param>
    public CalendarDay(DateOnly day, bool working, string name)
    {
        Refusal.Unless(day.Year is >= WorkCalendar.FirstYear and <= WorkCalendar.LastYear, $"日期应在{WorkCalendar.FirstYear}年到{WorkCalendar.LastYear}年之间", nameof(Day));
        (Id, Day) = (Guid.CreateVersion7(), day);
        State(working, name);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }
    /// <summary>Whether people work.</summary>
    public bool Working { get; private set; }
    /// <summary>Why.</summary>
    public string Name { get; private set; } = "";
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>States it anew.</summary>
    public void State(bool working, string name)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Trim().Length > 40, $"请写明节日或调休的名称，最多40个字", nameof(Name));
        (Working, Name) = (working, name.Trim());
    }
}
