namespace Bridgehead.Features.Projects.Stages;

/// <summary>The stages in force on a day, one set for each track, and the days people work.</summary>
/// <param name="Sets">The sets by track.</param>
/// <param name="Calendar">The days people work.</param>
public sealed record RulesInForce(IReadOnlyDictionary<Track, StageSet> Sets, WorkCalendar Calendar)
{
    /// <summary>The set of a track.</summary>
    public StageSet this[Track track] => Sets[track];

    /// <summary>What the project lacks to go on to a stage: every gate between, and those before as well where it was recorded afterwards.</summary>
    public IReadOnlyList<Gap> Missing(Project project, Papers papers, Stage to) =>
        Gates.Missing(project, papers, Sets[project.Track].Between(project.LateEntry ? -1 : project.Reached, to.Order));

    /// <summary>Who lets a project over the gates between: the highest of those named there.</summary>
    public Approver ApproverOf(Project project, Stage to) =>
        Sets[project.Track].Between(project.Reached, to.Order).Select(r => r.Approver).DefaultIfEmpty(Approver.None).Max();

    /// <summary>Sets the clock of a project for the stage it is at.</summary>
    public void SetClock(Project project) => project.SetClock(Sets[project.Track].Rule(project.StageOrder)?.Days ?? 0, Calendar);

    /// <summary>Whether a project entered at its stage has gone past somebody's approval, or lacks what the gates up to there ask for.</summary>
    public bool IsLate(Project project, Papers papers)
    {
        var set = Sets[project.Track];
        return set.AsksApprovalUpTo(project.Reached) || Gates.Missing(project, papers, set.Between(-1, project.Reached)).Count > 0;
    }
}
