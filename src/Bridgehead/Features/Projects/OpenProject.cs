using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>Opens, changes, moves and throws away projects; the same for page and API; the ledger of figures follows. Writing is only allowed within the asker's scope.</summary>
public sealed class OpenProject(
    BridgeheadDb db, ProjectNumbers numbers, ScopedUnits scope, CountProject count, StageRules rules, MoveStage move, ScoreHealth score, WhoWrites who, IEnumerable<IFollowProject> followers, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Opens a project at a stage whose fields, and those of every stage before, it has. Beyond the first approval it is marked as recorded late (补录): its papers are owed.</summary>
    public async Task<Project> Run(ProjectFacts facts, Stage stage, CancellationToken cancel = default)
    {
        if (who.IsOutpost) facts = facts with { SourceUnitId = facts.SourceUnitId ?? asker.UnitId };
        await RefuseOutside(null, facts, cancel);
        Refusal.Unless(!who.IsOutpost || stage.Order < Stage.Called("signed")!.Order, $"驻外机构登记线索和在谈项目；签约由落地单位登记", nameof(ProjectInput.Stage));
        var force = await rules.On(Today, cancel);
        var project = new Project((await numbers.Take(Today.Year, 1, cancel))[0], facts, Stage.Of(0), Today);
        if (stage.Order > 0) db.Add(ComeLater(project, stage, force));
        force.SetClock(project);
        project.Score(HealthRules.Of(project, Today), null, 0);
        db.Add(project);
        await db.SaveChangesAsync(cancel);
        await count.Run(project, "", cancel);
        return project;
    }

    /// <summary>Changes what is stated about it.</summary>
    public async Task Change(Project project, ProjectFacts facts, CancellationToken cancel = default)
    {
        await who.Refuse(project, cancel);
        await RefuseOutside(project, facts, cancel);
        var force = await rules.On(Today, cancel);
        // what the ledger counts locks the ledger first and the project after, like every recognition
        if (Counts(project, facts)) await Chain.Hold(db, Chain.Ledger, cancel);
        project.Change(facts, Today, force, await rules.PapersOf(project.Id, cancel));
        force.SetClock(project);
        await score.Of(project, cancel);
        await db.SaveChangesAsync(cancel);
        await count.Run(project, "项目内容修改", cancel);
        foreach (var follower in followers) await follower.Changed(project, cancel);
    }

    /// <summary>Moves it to another stage, or asks for it where somebody else has to decide: then the request is returned.</summary>
    public Task<StageRequest?> Move(Project project, Stage to, string? reason, CancellationToken cancel = default) => move.Run(project, to, reason, cancel);

    /// <summary>Throws it away. Refused while recognised money stands in its name.</summary>
    public async Task ThrowAway(Project project, CancellationToken cancel = default)
    {
        await who.Refuse(project, cancel);
        await Chain.Hold(db, Chain.Ledger, cancel);
        foreach (var follower in followers)
            if (await follower.Holds(project, cancel) is { } why) throw new Refusal(why);
        await Gone(project, cancel);
    }

    /// <summary>Throws away what another record takes over, money and all.</summary>
    internal async Task Gone(Project project, CancellationToken cancel = default)
    {
        await Chain.Hold(db, Chain.Ledger, cancel);
        project.ThrowAway(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        await count.Run(project, "项目移入回收站", cancel);
    }

    /// <summary>Brings it back from the trash.</summary>
    public async Task BringBack(Project project, CancellationToken cancel = default)
    {
        await Chain.Hold(db, Chain.Ledger, cancel);
        project.BringBack();
        await db.SaveChangesAsync(cancel);
        await count.Run(project, "", cancel);
    }

    private static bool Counts(Project p, ProjectFacts f) => (p.UnitId, p.ParkId, p.Origin, p.Branch, p.Industry) != (f.UnitId, f.ParkId, f.Origin, f.Branch, f.Industry)
        || (p.AmountFen, p.SignedOn, p.StartedOn, p.ProducedOn) != (f.Amount?.Fen ?? 0, f.SignedOn, f.StartedOn, f.ProducedOn);

    private ProjectStep ComeLater(Project project, Stage stage, RulesInForce force)
    {
        Refusal.When(force[project.Track].Rule(stage.Order) is null, $"这类项目不设“{stage.Name}”阶段");
        var gaps = Gates.Missing(project, Papers.None, force[project.Track].Between(-1, stage.IsSide ? 0 : stage.Order));
        var fields = gaps.Where(g => g.What.Field is { } need && g.Rule.Stage.Needs.Contains(need)).ToList();
        if (fields.Count > 0) throw Gates.Refuse(stage.Name, [.. fields.Select(g => g.What)]);
        var late = stage.IsSide || gaps.Count > 0 || force[project.Track].Between(-1, stage.Order).Any(r => r.Approver != Approver.None);
        var step = project.Enter(stage, late ? StepKind.LateEntry : StepKind.Forward, force.Calendar, Today, asker.UserId, asker.Name, null);
        project.Owes(late && !stage.IsSide);
        return step.Judged(force[project.Track].Id, null, gaps.Count == 0 ? null : string.Join('、', gaps.Select(g => g.What.Name)));
    }

    /// <summary>Where the asker may let a project land: the districts and parks in scope; for the staff of an outpost, all of the city's.</summary>
    public async Task<IReadOnlyList<Unit>> Places(CancellationToken cancel = default) => who.IsOutpost
        ? await db.Set<Unit>().AsNoTracking().Where(u => u.Kind == UnitKind.District || u.Kind == UnitKind.Park).OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync(cancel)
        : [.. (await scope.All(cancel)).Where(u => u.Kind is UnitKind.District or UnitKind.City or UnitKind.Park)];

    /// <summary>What was so before may stay; whatever unit is newly named lies in scope or, for an outpost, is a place of the city, with the outpost itself as the source.</summary>
    private async Task RefuseOutside(Project? before, ProjectFacts facts, CancellationToken cancel)
    {
        var near = (await scope.Ids(cancel)).Concat((await Places(cancel)).Select(u => u.Id)).ToHashSet();
        Refusal.Unless(near.Contains(facts.UnitId) || before?.UnitId == facts.UnitId, $"落地单位不在您的数据范围内，不能登记或修改", nameof(Project.UnitId));
        Refusal.Unless(facts.ParkId is not { } park || near.Contains(park) || before?.ParkId == park, $"园区不在您的数据范围内", nameof(Project.ParkId));
        if (facts.SourceUnitId == before?.SourceUnitId) return;
        Refusal.When(who.IsOutpost && await scope.Find(facts.SourceUnitId ?? Guid.Empty, cancel) is null, $"驻外机构登记的项目，信息来源单位须是本机构", nameof(Project.SourceUnitId));
        Refusal.Unless(facts.SourceUnitId is not { } source || await db.Set<Unit>().AnyAsync(u => u.Id == source, cancel), $"没有这个信息来源单位，请从列表中选择", nameof(Project.SourceUnitId));
    }
}
