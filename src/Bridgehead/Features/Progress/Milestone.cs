namespace Bridgehead.Features.Progress;

/// <summary>One step of a plan: planned, expected, reached. Each time it is put off is counted.</summary>
public sealed class Milestone : IVersioned, IAudited
{
    private Milestone() { }

    /// <summary>Plans a step.</summary>
    /// <param name="projectId">Which project.</param>
    /// <param name="revision">In which revision of its plan.</param>
    /// <param name="place">Its place in the plan, from 0.</param>
    /// <param name="name">What it is, up to 20 characters.</param>
    /// <param name="plannedOn">The day planned.</param>
    public Milestone(Guid projectId, int revision, int place, string name, DateOnly plannedOn)
    {
        Refusal.Unless(name.Trim().Length is > 0 and <= 20, $"请填写节点名称，最多20个字", "Milestones");
        Refusal.Unless(plannedOn.Year is >= 1990 and <= 2100, $"节点“{name}”的计划日期应在1990年至2100年之间", "Milestones");
        (Id, ProjectId, Revision, Place, Name, PlannedOn) = (Guid.CreateVersion7(), projectId, revision, place, name.Trim(), plannedOn);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>In which revision.</summary>
    public int Revision { get; private set; }
    /// <summary>Its place in the plan.</summary>
    public int Place { get; private set; }
    /// <summary>What it is.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The day planned.</summary>
    public DateOnly PlannedOn { get; private set; }
    /// <summary>The day now expected; null while the plan stands.</summary>
    public DateOnly? ForecastOn { get; private set; }
    /// <summary>The day it was reached.</summary>
    public DateOnly? ActualOn { get; private set; }
    /// <summary>The day somebody noted that it was reached.</summary>
    public DateOnly? NotedOn { get; private set; }
    /// <summary>How often it was put off, over all revisions.</summary>
    public int Slips { get; private set; }
    /// <summary>The day it was last put off.</summary>
    public DateOnly? SlippedOn { get; private set; }
    /// <summary>The day it stood at before it was last put off.</summary>
    public DateOnly? SlippedFrom { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The day that counts: reached, expected, or planned.</summary>
    public DateOnly StandsAt => ActualOn ?? ForecastOn ?? PlannedOn;

    /// <summary>Days after the planned day without being reached; 0 when reached or not yet due.</summary>
    public int DaysOverdue(DateOnly today) => ActualOn is null && today > PlannedOn ? today.DayNumber - PlannedOn.DayNumber : 0;

    /// <summary>Notes when it is expected and whether it has been reached. Expecting it later than before counts as one slip.</summary>
    public void Note(DateOnly? forecastOn, DateOnly? actualOn, DateOnly today)
    {
        Refusal.When(actualOn > today, $"节点“{Name}”的完成日期{actualOn}晚于今天，请核对", "ActualOn");
        Refusal.When(forecastOn is { Year: < 1990 or > 2100 }, $"节点“{Name}”的预计日期应在1990年至2100年之间", "ForecastOn");
        var before = ForecastOn ?? PlannedOn;
        if (actualOn is null && (forecastOn ?? PlannedOn) is var now && now > before) PutOff(before, today);
        if (actualOn != ActualOn) NotedOn = actualOn is null ? null : today;
        (ForecastOn, ActualOn) = (forecastOn, actualOn);
    }

    /// <summary>The step as it goes on in the next revision: what was reached stays reached, a later day counts as one slip more.</summary>
    public Milestone Replanned(int revision, int place, DateOnly plannedOn, DateOnly today)
    {
        var next = new Milestone(ProjectId, revision, place, Name, plannedOn) { ActualOn = ActualOn, NotedOn = NotedOn, Slips = Slips, SlippedOn = SlippedOn, SlippedFrom = SlippedFrom };
        if (ActualOn is null && plannedOn > (ForecastOn ?? PlannedOn)) next.PutOff(ForecastOn ?? PlannedOn, today);
        return next;
    }

    /// <summary>States that it was reached on a day the stages already know.</summary>
    internal void KnownAt(DateOnly on, DateOnly noted) => (ActualOn, NotedOn) = (on, noted);

    private void PutOff(DateOnly from, DateOnly today) => (Slips, SlippedOn, SlippedFrom) = (Slips + 1, today, from);
}
