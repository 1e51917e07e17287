using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>A project as the API shows it. Amounts in yuan.</summary>
public sealed record ProjectView(
    Guid Id, string Number, string Name, string Stage, DateOnly StageSince, Guid UnitId, Guid? ParkId, Guid? SourceUnitId, string? Investor, string? Company, string? NationalCode,
    string? Origin, string? OriginPlace, string? Branch, string? Industry, decimal? AmountYuan, string Currency, DateOnly? SignedOn, DateOnly? StartedOn, DateOnly? ProducedOn,
    decimal? LandMu, string? Contact, string? Description, DateOnly LastProgressOn, string Track, string? StartKind, DateOnly? CompletedOn, string? LandSupply, string Health, DateOnly? DueOn,
    string? PendingStage, string? StageLeft, bool LateEntry, long Version)
{
    /// <summary>Shows a project.</summary>
    public static ProjectView Of(Project p) => new(
        p.Id, p.Number, p.Name, p.Stage.Code, p.StageSince, p.UnitId, p.ParkId, p.SourceUnitId, p.Investor, p.Company, p.NationalCode?.Value, p.Origin?.ToString(), p.OriginPlace,
        p.Branch?.ToString(), p.Industry, p.AmountFen == 0 ? null : p.Amount.Yuan, p.Currency, p.SignedOn, p.StartedOn, p.ProducedOn, p.Land is { } land ? Math.Round(land.Mu, 2) : null,
        p.Contact, p.Description, p.LastProgressOn, p.Track.ToString(), p.StartKind?.ToString(), p.CompletedOn, p.LandSupply?.ToString(), p.Health.ToString(), p.DueOn,
        p.PendingOrder is { } pending ? Projects.Stage.Of(pending).Code : null, p.StageLeft is { } left ? Projects.Stage.Of(left).Code : null, p.LateEntry, p.Version);
}

/// <summary>A move to another stage.</summary>
public sealed record StageInput([property: Required, MaxLength(20)] string Stage, [property: MaxLength(200)] string? Reason = null);

/// <summary>REST: /api/projects.</summary>
internal static class ProjectsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("projects");
        projects.MapGet("/{id:guid}", async (Guid id, BridgeheadDb db, ListProjects list, HttpContext http) =>
        {
            if (await Find(id, db, list, http.RequestAborted) is not { } project) return ApiProblem.NotThere(http);
            VersionTag.Show(http, project.Version);
            return Results.Ok(ProjectView.Of(project));
        }).RequireAuthorization(Permission.ReadProjects).WithName("projects.get").Says("读取一个项目").Produces<ProjectView>();
        projects.MapPost("", async (ProjectInput input, OpenProject open, GuardDuplicates guard, UnitOfWork work, CancellationToken cancel) =>
        {
            var typed = RecordFacts.Of(input.Facts(), Guid.Empty);
            var found = await guard.Before(typed, input.AsNew, cancel);
            var project = await open.Run(input.Facts(), Stage.Called(input.Stage ?? "lead") ?? throw new Refusal($"没有阶段“{input.Stage}”", "stage"), cancel);
            work.Subject = project.Id;
            await guard.After(found, typed with { Id = project.Id }, input.AsNew, cancel);
            return Written.Created($"/api/projects/{project.Id}", ProjectView.Of(project), project.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.open").Says("登记项目").Produces<ProjectView>(StatusCodes.Status201Created);
        projects.MapPut("/{id:guid}", async (Guid id, ProjectInput input, BridgeheadDb db, ListProjects list, OpenProject open, GuardDuplicates guard, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, db, list, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(project, VersionTag.Expected(http));
            var typed = RecordFacts.Of(input.Facts(project), id);
            var found = await guard.Before(typed, input.AsNew, http.RequestAborted);
            await open.Change(project, input.Facts(project), http.RequestAborted);
            await guard.After(found, typed, input.AsNew, http.RequestAborted);
            return Written.Changed(ProjectView.Of(project), project.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.change").WantsVersion().Says("修改项目", "正文为全部字段；未写的字段即清空").Produces<ProjectView>();
        projects.MapPost("/{id:guid}/stage", async (Guid id, StageInput move, BridgeheadDb db, ListProjects list, OpenProject open, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, db, list, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            await db.ReadAtOnce(project, VersionTag.Expected(http), http.RequestAborted);
            await open.Move(project, Stage.Called(move.Stage ?? "") ?? throw new Refusal($"没有阶段“{move.Stage}”", "stage"), move.Reason, http.RequestAborted);
            return Written.Changed(ProjectView.Of(project), project.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.move").WantsVersion().Says("把项目转到另一阶段", "缺少途中任一门槛所需内容时拒绝；须审批的只提交申请，回答中 pendingStage 为待批阶段；后退、转入旁支须写明理由").Produces<ProjectView>();
        projects.MapDelete("/{id:guid}", async (Guid id, BridgeheadDb db, ListProjects list, OpenProject open, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, db, list, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(project, VersionTag.Expected(http));
            await open.ThrowAway(project, http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.throw-away").WantsVersion().Says("把项目移入回收站").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<Project?> Find(Guid id, BridgeheadDb db, ListProjects list, CancellationToken cancel) =>
        await (await list.Visible(cancel)).AnyAsync(p => p.Id == id, cancel) ? await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == id, cancel) : null;
}
