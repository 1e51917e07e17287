namespace Bridgehead.Features.Projects.Stages;

/// <summary>What became of a request.</summary>
public enum RequestState
{
    /// <summary>Waiting for somebody to decide.</summary>
    [Label("待审批")] Pending,
    /// <summary>Let in.</summary>
    [Label("获准")] Approved,
    /// <summary>Sent back with a reason.</summary>
    [Label("退回")] Returned,
    /// <summary>Taken back by the person who asked.</summary>
    [Label("收回")] Withdrawn,
}

/// <summary>The wish to move a project to another stage, and what was decided. Whoever asks never decides (four eyes).</summary>
public sealed class StageRequest : IVersioned, IAudited
{
    private StageRequest() { }

    /// <summary>Asks for a move.</summary>
    public StageRequest(Project project, Stage to, StepKind kind, Approver approver, string? reason, Guid? by, string byName, DateTime at)
    {
        (Id, ProjectId, UnitId, From, To, Kind) = (Guid.CreateVersion7(), project.Id, project.ParkId ?? project.UnitId, project.StageOrder, to.Order, kind);
        (Approver, Reason, ById, ByName, At) = (approver, reason, by, byName, at);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The unit the project counted for then.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>From which stage.</summary>
    public int From { get; private set; }
    /// <summary>To which stage.</summary>
    public int To { get; private set; }
    /// <summary>Which kind of move.</summary>
    public StepKind Kind { get; private set; }
    /// <summary>Who may decide.</summary>
    public Approver Approver { get; private set; }
    /// <summary>Why; always stated for a move backwards or aside.</summary>
    public string? Reason { get; private set; }
    /// <summary>Who asked.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>When it was asked (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>What became of it.</summary>
    public RequestState State { get; private set; }
    /// <summary>The name of who decided.</summary>
    public string? DecidedBy { get; private set; }
    /// <summary>When it was decided (UTC).</summary>
    public DateTime? DecidedAt { get; private set; }
    /// <summary>What was said on the decision; always stated when it was sent back.</summary>
    public string? Decision { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Lets the project in, or sends the request back with a reason. Refused to the person who asked.</summary>
    public void Decide(bool approve, string? said, Guid? by, string byName, DateTime at)
    {
        RefuseUnlessPending();
        Refusal.When(by is not null && by == ById, $"提交人不能审批自己提交的申请，请由另一位审核人员办理");
        Refusal.When(!approve && string.IsNullOrWhiteSpace(said), $"退回申请必须写明理由，让提交人知道补什么", "reason");
        End(approve ? RequestState.Approved : RequestState.Returned, byName, at, said);
    }

    /// <summary>Takes it back. Only the person who asked may.</summary>
    public void Withdraw(Guid? by, string byName, DateTime at)
    {
        RefuseUnlessPending();
        Refusal.Unless(by == ById, $"只有提交人{ByName}可以撤回这项申请");
        End(RequestState.Withdrawn, byName, at, null);
    }

    /// <summary>Ends it because the project went another way meanwhile.</summary>
    internal void Overtake(string byName, DateTime at) => End(RequestState.Withdrawn, byName, at, "项目已另行变动");

    private void RefuseUnlessPending() => Refusal.Unless(State == RequestState.Pending, $"这项申请已经{LabelAttribute.Of(State)}，不能重复办理");

    private void End(RequestState state, string by, DateTime at, string? said) =>
        (State, DecidedBy, DecidedAt, Decision) = (state, by, at, string.IsNullOrWhiteSpace(said) ? null : said.Trim());
}
