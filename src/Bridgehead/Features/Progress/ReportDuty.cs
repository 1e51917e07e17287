namespace Bridgehead.Features.Progress;

/// <summary>How it stands with a report that is owed.</summary>
public enum DutyState
{
    /// <summary>Filed by the end of the due day.</summary>
    [Label("按时")] OnTime,
    /// <summary>Filed after it.</summary>
    [Label("迟报")] Late,
    /// <summary>The due day is over and nothing was filed.</summary>
    [Label("未报")] Missing,
    /// <summary>Not filed, and not yet due.</summary>
    [Label("未到期")] Open,
}

/// <summary>When a month's report is due and how it stands (domain.md 6.9, W10). Days are the city's.</summary>
public static class ReportDuty
{
    /// <summary>The last day on which the report of a month is on time.</summary>
    /// <param name="month">The month reported, yyyymm.</param>
    /// <param name="dueDay">The day of the next month, 1 to 28.</param>
    public static DateOnly DueOn(int month, int dueDay)
    {
        var next = Months.Next(month);
        return new DateOnly(next / 100, next % 100, dueDay);
    }

    /// <summary>How it stands today.</summary>
    public static DutyState State(DateOnly due, DateOnly? filedOn, DateOnly today) =>
        filedOn is { } day ? day <= due ? DutyState.OnTime : DutyState.Late : today > due ? DutyState.Missing : DutyState.Open;

    /// <summary>The last month whose report can be asked for: the one before this.</summary>
    public static int LastMonth(DateOnly today) => Months.Of(today.AddDays(-today.Day));

    /// <summary>Whether a project that was signed on a day owes the report of a month: the month it was signed in counts.</summary>
    public static bool Owes(DateOnly? signedOn, int month, int? firstMonth) => signedOn is { } day && Months.Of(day) <= month && month >= (firstMonth ?? 0);
}
