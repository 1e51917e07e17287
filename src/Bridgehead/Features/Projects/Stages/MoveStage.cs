using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>
/// Moves projects from stage to stage; the same for page and API. Every gate between is judged by the set in force today. Where a stage names who lets a
/// project in, a move is asked for and somebody else decides; going back and aside always needs somebody else. The operator at the command line records what was decided elsewhere.
/// </summary>
public sealed class MoveStage(BridgeheadDb db, StageRules rules, CountProject count, ScoreHealth score, WhoWrites who, Asker asker, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;
    private DateOnly Today => DateOnly.FromDateTime(Now.AddHours(8));

    /// <summary>Moves the project at once, or asks for it where somebody else has to decide: then the request is returned.</summary>
    public async Task<StageRequest?> Run(Project project, Stage to, string? reason, CancellationToken cancel = default)
    {
        await who.Refuse(project, cancel);
        Refusal.When(project.PendingOrder is not null, $"项目已有一项待审批的阶段申请，请等它办理完毕，或由提交人先撤回");
        var (force, kind) = (await rules.On(Today, cancel), KindOf(project, to));
        Refusal.When(kind is StepKind.Back or StepKind.Aside && string.IsNullOrWhiteSpace(reason), $"退回或转入“{to.Name}”必须写明理由", "Reason");
        var gaps = kind == StepKind.Forward ? await Gaps(project, to, force, asker.IsOperator, cancel) : [];
        var approver = asker.IsOperator ? Approver.None : Lets(project, to, kind, force);
        Refusal.When(kind == StepKind.Return && approver != Approver.None && string.IsNullOrWhiteSpace(reason), $"从“{project.Stage.Name}”恢复必须写明理由", "Reason");
        if (approver == Approver.None)
        {
            await Enter(project, to, kind, reason, force, null, gaps, cancel);
            return null;
        }
        var request = new StageRequest(project, to, kind, approver, reason?.Trim(), asker.UserId, asker.Name, Now);
        project.Await(to);
        db.Add(request);
        await db.SaveChangesAsync(cancel);
        return request;
    }

    /// <summary>Decides a request: lets the project in, or sends the request back with a reason. Never by the person who asked.</summary>
    public async Task Decide(StageRequest request, Project project, bool approve, string? said, CancellationToken cancel = default)
    {
        Refusal.Unless(MayDecide(request) && await who.Lands(project, cancel), $"这项申请须由{LabelAttribute.Of(request.Approver)}办理，您没有这项权限");
        request.Decide(approve, said, asker.UserId, asker.Name, Now);
        if (!approve)
        {
            project.Await(null);
            await db.SaveChangesAsync(cancel);
            return;
        }
        Refusal.Unless(project.StageOrder == request.From, $"项目已不在“{Stage.Of(request.From).Name}”阶段，这项申请不能再同意，请退回");
        var (to, force) = (Stage.Of(request.To), await rules.On(Today, cancel));
        if (request.Kind == StepKind.Forward) await Gaps(project, to, force, false, cancel);
        await Enter(project, to, request.Kind, request.Reason, force, request, [], cancel);
    }

    /// <summary>Takes a request back; only the person who asked may.</summary>
    public async Task Withdraw(StageRequest request, Project project, CancellationToken cancel = default)
    {
        request.Withdraw(asker.UserId, asker.Name, Now);
        project.Await(null);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Lets a project over gates it does not meet: the bureau's reviewer alone, with a reason that stands out in the history.</summary>
    public async Task Override(Project project, Stage to, string? reason, CancellationToken cancel = default)
    {
        Refusal.Unless(MayOverride, $"特批放行只能由市局审核人员办理");
        Refusal.Unless(KindOf(project, to) == StepKind.Forward, $"特批放行只用于向前推进");
        Refusal.When(string.IsNullOrWhiteSpace(reason), $"特批放行必须写明理由", "reason");
        var force = await rules.On(Today, cancel);
        Refusal.When(force[project.Track].Rule(to.Order) is null, $"这类项目不设“{to.Name}”阶段");
        var gaps = force.Missing(project, await rules.PapersOf(project.Id, cancel), to);
        Refusal.When(gaps.Count == 0, $"“{to.Name}”需要的内容已齐，请按正常程序推进，无需特批");
        foreach (var pending in await db.Set<StageRequest>().Where(r => r.ProjectId == project.Id && r.State == RequestState.Pending).ToListAsync(cancel)) pending.Overtake(asker.Name, Now);
        await Enter(project, to, StepKind.Override, reason, force, null, gaps, cancel);
    }

    /// <summary>Whether the asker may let projects over gates they do not meet.</summary>
    public bool MayOverride => asker.May(Permission.OverrideGates) && asker.IsOfBureau;

    /// <summary>Whether the asker may decide a request within scope; the person who asked never may.</summary>
    public bool MayDecide(StageRequest request) => asker.May(Permission.ApproveStages) && (request.Approver != Approver.Bureau || asker.IsOfBureau);

    /// <summary>Who lets a project go where it is to go; none when the move takes effect at once.</summary>
    public static Approver Lets(Project project, Stage to, StepKind kind, RulesInForce force) => kind switch
    {
        StepKind.Forward => force.ApproverOf(project, to),
        StepKind.Back => Higher(Approver.Reviewer, force[project.Track].Rule(project.StageOrder)?.Approver ?? Approver.None),
        StepKind.Aside => force[project.Track].Rule(to.Order)?.Approver ?? Approver.Reviewer,
        // a pause ends by itself; what was ended is opened again only by somebody else
        _ => project.Stage.Code is "suspended" or "transferring" ? Approver.None : Approver.Reviewer,
    };

    /// <summary>Which kind of move it is.</summary>
    public static StepKind KindOf(Project project, Stage to)
    {
        Refusal.When(to.Order == project.StageOrder, $"项目已在“{to.Name}”阶段", "StageOrder");
        if (to.IsSide) return StepKind.Aside;
        if (!project.Stage.IsSide) return to.Order < project.StageOrder ? StepKind.Back : StepKind.Forward;
        Refusal.Unless(to.Order == project.Reached, $"项目离开时在“{Stage.Of(project.Reached).Name}”阶段，只能恢复到该阶段", "StageOrder");
        return StepKind.Return;
    }

    // what came with its past may still owe papers; its fields are asked of everybody
    private async Task<IReadOnlyList<Gap>> Gaps(Project project, Stage to, RulesInForce force, bool papersLater, CancellationToken cancel)
    {
        Refusal.When(force[project.Track].Rule(to.Order) is null, $"这类项目不设“{to.Name}”阶段");
        var gaps = force.Missing(project, await rules.PapersOf(project.Id, cancel), to);
        var hard = gaps.Where(g => !papersLater || g.What.Field is not null && g.Rule.Stage.Needs.Contains(g.What.Field.Value)).ToList();
        if (hard.Count > 0) throw Gates.Refuse(hard[0].Rule.Name, [.. hard.Select(g => g.What)]);
        return gaps;
    }

    private async Task Enter(Project project, Stage to, StepKind kind, string? reason, RulesInForce force, StageRequest? request, IReadOnlyList<Gap> gaps, CancellationToken cancel)
    {
        await Chain.Hold(db, Chain.Ledger, cancel);
        var step = request is null
            ? project.Enter(to, kind, force.Calendar, Today, asker.UserId, asker.Name, reason)
            : project.Enter(to, kind, force.Calendar, Today, request.ById, request.ByName, reason);
        step.Judged(force[project.Track].Id, request is null ? null : asker.Name, gaps.Count == 0 ? null : string.Join('、', gaps.Select(g => g.What.Name)));
        // all gates met: nothing is owed any more; what was let over a gate is not asked again, what the operator recorded is
        if (kind is StepKind.Forward or StepKind.Override) project.Owes(kind == StepKind.Forward && gaps.Count > 0);
        force.SetClock(project);
        await score.Of(project, cancel);
        db.Add(step);
        await db.SaveChangesAsync(cancel);
        await count.Run(project, $"项目转到“{to.Name}”：{reason?.Trim()}".TrimEnd('：'), cancel);
    }

    private static Approver Higher(Approver one, Approver other) => one > other ? one : other;
}
