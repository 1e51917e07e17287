namespace Bridgehead.Features.Reports.Schedules;

/// <summary>What is made on the day.</summary>
public enum ScheduledReport
{
    /// <summary>The bulletin of the month before.</summary>
    [Label("月度通报")] Bulletin,
    /// <summary>The brief of the unit.</summary>
    [Label("单位简报")] Brief,
    /// <summary>The ledger of leads of the days since the last one.</summary>
    [Label("招商线索台账")] Leads,
    /// <summary>The ledger of projects signed.</summary>
    [Label("签约项目台账")] NewlySigned,
    /// <summary>The ledger of projects started.</summary>
    [Label("新开工项目台账")] Started,
    /// <summary>The ledger of projects come into production.</summary>
    [Label("新投产项目台账")] Producing,
    /// <summary>The ledger of stalled projects.</summary>
    [Label("推进缓慢项目台账")] Stalled,
    /// <summary>The ledger of arrivals.</summary>
    [Label("到位资金台账")] Arrivals,
}

/// <summary>How often.</summary>
public enum ScheduleRhythm
{
    /// <summary>On a day of the month, 1 to 28.</summary>
    [Label("每月")] Monthly,
    /// <summary>On a day of the week, 1 for Monday to 7.</summary>
    [Label("每周")] Weekly,
}

/// <summary>A report that is made by itself on its day, with the rights its owner has on that day, and kept for its subscribers.</summary>
public sealed class ReportSchedule : IVersioned, IAudited
{
    private ReportSchedule() { }

    /// <summary>Arranges a report.</summary>
    /// <param name="unitId">Of which unit.</param>
    /// <param name="report">Which report.</param>
    /// <param name="rhythm">How often.</param>
    /// <param name="day">On which day of the month (1 to 28) or week (1 to 7).</param>
    /// <param name="by">With whose rights it is made.</param>
    /// <param name="owner">The name the person has.</param>
    /// <param name="today">Today in the city; it is made for the first time after today.</param>
    public ReportSchedule(Guid unitId, ScheduledReport report, ScheduleRhythm rhythm, int day, Guid? by, string owner, DateOnly today)
    {
        (Id, UnitId, Report, ById, Owner) = (Guid.CreateVersion7(), unitId, report, by, owner);
        Set(rhythm, day, true, today);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Of which unit.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>Which report.</summary>
    public ScheduledReport Report { get; private set; }
    /// <summary>How often.</summary>
    public ScheduleRhythm Rhythm { get; private set; }
    /// <summary>On which day of the month or week.</summary>
    public int Day { get; private set; }
    /// <summary>With whose rights; null for the operator.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string Owner { get; private set; } = "";
    /// <summary>Whether it is made at all.</summary>
    public bool IsOn { get; private set; }
    /// <summary>The next day it is made.</summary>
    public DateOnly NextOn { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Sets its rhythm anew, or stops it.</summary>
    public void Set(ScheduleRhythm rhythm, int day, bool isOn, DateOnly today)
    {
        Refusal.Unless(Enum.IsDefined(rhythm), $"请选择每月或每周", nameof(Rhythm));
        Refusal.Unless(rhythm == ScheduleRhythm.Monthly ? day is >= 1 and <= 28 : day is >= 1 and <= 7, $"每月的日子为1至28，每周的日子为1（周一）至7（周日）", nameof(Day));
        (Rhythm, Day, IsOn, NextOn) = (rhythm, day, isOn, After(rhythm, day, today));
    }

    /// <summary>The first day of a rhythm after a day.</summary>
    public static DateOnly After(ScheduleRhythm rhythm, int day, DateOnly than)
    {
        if (rhythm == ScheduleRhythm.Weekly) return than.AddDays((day - 1 - ((int)than.DayOfWeek + 6) % 7 + 6) % 7 + 1);
        var here = new DateOnly(than.Year, than.Month, day);
        return here > than ? here : here.AddMonths(1);
    }
}
