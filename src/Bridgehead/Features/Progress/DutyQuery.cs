using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Progress;

/// <summary>Which reports are looked for.</summary>
public sealed class DutyQuery
{
    /// <summary>The month, 2026-10; the last one over when left out.</summary>
    [MaxLength(10)] public string? Month { get; set; }
    /// <summary>The unit: code, name or short name; it and everything below it.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>How they stand; all when left out.</summary>
    public DutyState? State { get; set; }
    /// <summary>Where the page begins.</summary>
    [MaxLength(40)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>A report that is owed.</summary>
/// <param name="ProjectId">By which project.</param>
/// <param name="Number">The project's number.</param>
/// <param name="Name">The project's name.</param>
/// <param name="UnitId">The unit that owes it.</param>
/// <param name="StageOrder">The stage the project is at.</param>
/// <param name="ReportId">The report, or its draft.</param>
/// <param name="FiledOn">The day it was filed.</param>
/// <param name="NoChange">Whether it only says that nothing has changed.</param>
/// <param name="InvestedFen">What it reports as invested.</param>
/// <param name="Percent">What it reports as physical progress.</param>
/// <param name="DueOn">The last day on which it is on time.</param>
public sealed record DutyRow(Guid ProjectId, string Number, string Name, Guid UnitId, int StageOrder, Guid? ReportId, DateOnly? FiledOn, bool NoChange, long? InvestedFen, int? Percent, DateOnly DueOn)
{
    /// <summary>How it stands on a day.</summary>
    public DutyState State(DateOnly today) => ReportDuty.State(DueOn, FiledOn, today);
}

/// <summary>How many reports a unit owes for a month and how they stand.</summary>
/// <param name="Month">The month, yyyymm.</param>
/// <param name="Owed">How many are owed.</param>
/// <param name="OnTime">Filed on time.</param>
/// <param name="Late">Filed late.</param>
/// <param name="NoChange">Of those filed, how many only say that nothing has changed.</param>
/// <param name="DueOn">The last day on which they are on time.</param>
public sealed record DutyCell(int Month, int Owed, int OnTime, int Late, int NoChange, DateOnly DueOn)
{
    /// <summary>Not filed.</summary>
    public int Unfiled => Math.Max(0, Owed - OnTime - Late);

    /// <summary>How the worst of them stands.</summary>
    public DutyState Worst(DateOnly today) => Unfiled > 0 ? today > DueOn ? DutyState.Missing : DutyState.Open : Late > 0 ? DutyState.Late : DutyState.OnTime;
}
