namespace Bridgehead.Features.Progress;

/// <summary>
/// What a project has promised by when: one for each project, under the project's own identity, counted in revisions. A new revision never removes the
/// instalments and milestones of the one before; what was put off is counted on the milestones.
/// </summary>
public sealed class ProgressPlan : IVersioned, IAudited
{
    private ProgressPlan() { }

    /// <summary>Makes the first plan of a project.</summary>
    /// <param name="projectId">Which project; also the plan's identity.</param>
    /// <param name="startsOn">The day time begins to run: the signing.</param>
    public ProgressPlan(Guid projectId, DateOnly startsOn) => (Id, StartsOn) = (projectId, startsOn);

    /// <summary>The project's identity, which is also the plan's.</summary>
    public Guid Id { get; private set; }
    /// <summary>Which revision holds, from 1.</summary>
    public int Revision { get; private set; }
    /// <summary>The template it began from.</summary>
    public string Template { get; private set; } = "";
    /// <summary>The day time begins to run.</summary>
    public DateOnly StartsOn { get; private set; }
    /// <summary>The day everything should be done.</summary>
    public DateOnly EndsOn { get; private set; }
    /// <summary>The planned investment of all instalments, in fen.</summary>
    public long TotalFen { get; private set; }
    /// <summary>When this revision was made.</summary>
    public DateOnly MadeOn { get; private set; }
    /// <summary>Who made it, by the name of that day.</summary>
    public string Who { get; private set; } = "";
    /// <summary>Why it was changed.</summary>
    public string? Reason { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Goes on to the next revision. From the second on it needs a reason.</summary>
    public void Revise(string template, DateOnly endsOn, long totalFen, DateOnly today, string who, string? reason)
    {
        Refusal.When(Revision > 0 && string.IsNullOrWhiteSpace(reason), $"调整计划须写明理由，原计划会保留", nameof(Reason));
        Refusal.When(endsOn <= StartsOn, $"计划完成日{endsOn}应晚于签约日期{StartsOn}", "Milestones");
        (Revision, Template, EndsOn, TotalFen, MadeOn, Who) = (Revision + 1, template, endsOn, totalFen, today, who);
        Reason = Revision == 1 ? null : reason!.Trim();
    }
}
