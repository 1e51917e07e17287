using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects;

/// <summary>Opens, changes, moves and throws away projects; the same for page and API; the ledger of figures follows. Writing is only allowed within the asker's scope.</summary>
public sealed class OpenProject(
    BridgeheadDb db, ProjectNumbers numbers, ScopedUnits scope, CountProject count, StageRules rules, MoveStage move, ScoreHealth score, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Opens a project at a stage whose fields, and those of every stage before, it has. Beyond the first approval it is marked as recorded late (补录): its papers are owed.</summary>
    public async Task<Project> Run(ProjectFacts facts, Stage stage, CancellationToken cancel = default)
    {
        await RefuseOutside(facts, cancel);
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
        await RefuseOutside(facts, cancel);
        var force = await rules.On(Today, cancel);
        project.Change(facts, Today, force, await rules.PapersOf(project.Id, cancel));
        force.SetClock(project);
        await score.Of(project, cancel);
        await db.SaveChangesAsync(cancel);
        await count.Run(project, "项目内容修改", cancel);
    }

    /// <summary>Moves it to another stage, or asks for it where somebody else has to decide: then the request is returned.</summary>
    public Task<StageRequest?> Move(Project project, Stage to, string? reason, CancellationToken cancel = default) => move.Run(project, to, reason, cancel);

    /// <summary>Throws it away.</summary>
    public async Task ThrowAway(Project project, CancellationToken cancel = default)
    {
        project.ThrowAway(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        await count.Run(project, "项目移入回收站", cancel);
    }

    /// <summary>Brings it back from the trash.</summary>
    public async Task BringBack(Project project, CancellationToken cancel = default)
    {
        project.BringBack();
        await db.SaveChangesAsync(cancel);
        await count.Run(project, "", cancel);
    }

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

    private async Task RefuseOutside(ProjectFacts facts, CancellationToken cancel)
    {
        Refusal.When(await scope.Find(facts.UnitId, cancel) is null, $"落地单位不在您的数据范围内，不能登记或修改", nameof(Project.UnitId));
        Refusal.When(facts.ParkId is { } park && await scope.Find(park, cancel) is null, $"园区不在您的数据范围内", nameof(Project.ParkId));
    }
}
