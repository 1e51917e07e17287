namespace Bridgehead.Features.Projects;

/// <summary>Opens, changes, moves and throws away projects; the same for page and API; the ledger of figures follows. Writing is only allowed within the asker's scope.</summary>
public sealed class OpenProject(BridgeheadDb db, ProjectNumbers numbers, ScopedUnits scope, CountProject count, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Opens a project at a stage.</summary>
    public async Task<Project> Run(ProjectFacts facts, Stage stage, CancellationToken cancel = default)
    {
        await RefuseOutside(facts, cancel);
        var number = (await numbers.Take(Today.Year, 1, cancel))[0];
        var project = new Project(number, facts, stage, Today);
        db.Add(project);
        await db.SaveChangesAsync(cancel);
        await count.Run(project, "", cancel);
        return project;
    }

    /// <summary>Changes what is stated about it.</summary>
    public async Task Change(Project project, ProjectFacts facts, CancellationToken cancel = default)
    {
        await RefuseOutside(facts, cancel);
        project.Change(facts, Today);
        await db.SaveChangesAsync(cancel);
        await count.Run(project, "项目内容修改", cancel);
    }

    /// <summary>Moves it to another stage.</summary>
    public async Task Move(Project project, Stage to, string? reason, CancellationToken cancel = default)
    {
        db.Add(project.Move(to, Today, asker.UserId, asker.Name, reason));
        await db.SaveChangesAsync(cancel);
        await count.Run(project, $"项目转到“{to.Name}”：{reason?.Trim()}".TrimEnd('：'), cancel);
    }

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

    private async Task RefuseOutside(ProjectFacts facts, CancellationToken cancel)
    {
        Refusal.When(await scope.Find(facts.UnitId, cancel) is null, $"落地单位不在您的数据范围内，不能登记或修改", nameof(Project.UnitId));
        Refusal.When(facts.ParkId is { } park && await scope.Find(park, cancel) is null, $"园区不在您的数据范围内", nameof(Project.ParkId));
    }
}
