namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>The ranking of one bulletin: shown to all units for some days, in which they may object, before the bulletin may be published.</summary>
public sealed class BulletinRank : IVersioned, IAudited
{
    private BulletinRank() { }

    /// <summary>A bulletin with a ranking is begun.</summary>
    /// <param name="draftId">Which bulletin.</param>
    /// <param name="appealDays">For how many days it is shown.</param>
    public BulletinRank(Guid draftId, int appealDays) => (Id, AppealDays) = (draftId, appealDays);

    /// <summary>Which bulletin: its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>For how many days it is shown.</summary>
    public int AppealDays { get; private set; }
    /// <summary>The first day it is shown; null while it is not.</summary>
    public DateOnly? PublicFrom { get; private set; }
    /// <summary>The last day units may object.</summary>
    public DateOnly? PublicTo { get; private set; }
    /// <summary>When it was opened (UTC): objections from before belong to a text that was withdrawn.</summary>
    public DateTime? OpenedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether units may object on a day.</summary>
    public bool TakesAppeals(DateOnly today) => today >= PublicFrom && today <= PublicTo;

    /// <summary>Shows it. Refused before a second person has found the bulletin right, and twice.</summary>
    public void Open(ReportState state, DateOnly today, DateTime at)
    {
        Refusal.Unless(state == ReportState.Reviewed, $"通报须先复核通过，排名才能公示");
        Refusal.When(PublicFrom is not null, $"排名已在{PublicFrom}公示");
        (PublicFrom, PublicTo, OpenedAt) = (today, today.AddDays(AppealDays - 1), at);
    }

    /// <summary>Takes it away: the bulletin goes back to be changed and is shown anew afterwards.</summary>
    public void Withdraw() => (PublicFrom, PublicTo, OpenedAt) = (null, null, null);

    /// <summary>Refuses the publication while units may still object, objections are open, or one was upheld and the text not changed.</summary>
    public void RefuseUnlessSettled(DateOnly today, int open, int upheld)
    {
        Refusal.When(PublicFrom is null, $"通报中有排名，须先向各单位公示，期满无异议后才能发布");
        Refusal.When(today <= PublicTo, $"排名公示到{PublicTo!.Value}为止，期满后才能发布");
        Refusal.When(open > 0, $"还有{open}件异议没有答复，不能发布");
        Refusal.When(upheld > 0, $"有{upheld}件异议成立，请退回修改后重新公示");
    }
}
