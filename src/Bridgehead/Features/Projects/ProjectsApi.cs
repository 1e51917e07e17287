using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>A project as the API shows it. Amounts in yuan.</summary>
public sealed record ProjectView(
    Guid Id, string Number, string Name, string Stage, DateOnly StageSince, Guid UnitId, Guid? ParkId, Guid? SourceUnitId, string? Investor, string? Company, string? NationalCode,
    string? Origin, string? OriginPlace, string? Branch, string? Industry, decimal? AmountYuan, string Currency, DateOnly? SignedOn, DateOnly? StartedOn, DateOnly? ProducedOn,
    decimal? LandMu, string? Contact, string? Description, DateOnly LastProgressOn, long Version)
{
    /// <summary>Shows a project.</summary>
    public static ProjectView Of(Project p) => new(
        p.Id, p.Number, p.Name, p.Stage.Code, p.StageSince, p.UnitId, p.ParkId, p.SourceUnitId, p.Investor, p.Company, p.NationalCode?.Value, p.Origin?.ToString(), p.OriginPlace,
        p.Branch?.ToString(), p.Industry, p.AmountFen == 0 ? null : p.Amount.Yuan, p.Currency, p.SignedOn, p.StartedOn, p.ProducedOn, p.Land is { } land ? Math.Round(land.Mu, 2) : null,
        p.Contact, p.Description, p.LastProgressOn, p.Version);
}

/// <summary>A row of the list as the API shows it.</summary>
public sealed record ProjectRowView(Guid Id, string Number, string Name, string Stage, Guid UnitId, Guid? ParkId, string? Investor, string? Origin, decimal? AmountYuan, DateOnly? SignedOn, DateOnly LastProgressOn);

/// <summary>A page of a list and the cursor of the next one.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A move to another stage.</summary>
public sealed record StageMove([property: Required] string Stage, string? Reason);

/// <summary>REST: /api/projects.</summary>
internal static class ProjectsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("projects");
        projects.MapGet("", async ([AsParameters] ProjectListQuery query, ListProjects list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query.Query(), Math.Clamp(query.Limit ?? 50, 1, 200), cancel);
            return new Listed<ProjectRowView>([.. rows.Select(r => new ProjectRowView(
                r.Id, r.Number, r.Name, r.Stage.Code, r.UnitId, r.ParkId, r.Investor, r.Origin?.ToString(), r.AmountFen == 0 ? null : r.Amount.Yuan, r.SignedOn, r.LastProgressOn))], next);
        }).RequireAuthorization(Permission.ReadProjects).WithName("projects.list");
        projects.MapGet("/{id:guid}", async (Guid id, BridgeheadDb db, ListProjects list, HttpContext http) =>
        {
            if (await Find(id, db, list, http.RequestAborted) is not { } project) return ApiProblem.NotThere(http);
            VersionTag.Show(http, project.Version);
            return Results.Ok(ProjectView.Of(project));
        }).RequireAuthorization(Permission.ReadProjects).WithName("projects.get").Produces<ProjectView>();
        projects.MapPost("", async (ProjectInput input, OpenProject open, UnitOfWork work, CancellationToken cancel) =>
        {
            var project = await open.Run(input.Facts(), Stage.Called(input.Stage ?? "lead") ?? throw new Refusal($"没有阶段“{input.Stage}”", "stage"), cancel);
            work.Subject = project.Id;
            return Written.Created($"/api/projects/{project.Id}", ProjectView.Of(project), project.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.open").Produces<ProjectView>(StatusCodes.Status201Created);
        projects.MapPut("/{id:guid}", async (Guid id, ProjectInput input, BridgeheadDb db, ListProjects list, OpenProject open, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, db, list, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(project, VersionTag.Expected(http));
            await open.Change(project, input.Facts(project), http.RequestAborted);
            return Written.Changed(ProjectView.Of(project), project.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.change").Produces<ProjectView>();
        projects.MapPost("/{id:guid}/stage", async (Guid id, StageMove move, BridgeheadDb db, ListProjects list, OpenProject open, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, db, list, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(project, VersionTag.Expected(http));
            await open.Move(project, Stage.Called(move.Stage ?? "") ?? throw new Refusal($"没有阶段“{move.Stage}”", "stage"), move.Reason, http.RequestAborted);
            return Written.Changed(ProjectView.Of(project), project.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.move").Produces<ProjectView>();
        projects.MapDelete("/{id:guid}", async (Guid id, BridgeheadDb db, ListProjects list, OpenProject open, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, db, list, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(project, VersionTag.Expected(http));
            await open.ThrowAway(project, http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.throw-away").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<Project?> Find(Guid id, BridgeheadDb db, ListProjects list, CancellationToken cancel) =>
        await (await list.Visible(cancel)).AnyAsync(p => p.Id == id, cancel) ? await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == id, cancel) : null;

    /// <summary>The list's query as the API takes it.</summary>
    internal sealed record ProjectListQuery(string? Q, string? Stage, string? Unit, Origin? Origin, Branch? Branch, decimal? AtLeast, int? Year, string? Sort, string? After, int? Limit)
    {
        public ProjectQuery Query() => new() { Q = Q, Stage = Stage, Unit = Unit, Origin = Origin, Branch = Branch, AtLeast = AtLeast, Year = Year, Sort = Sort, After = After };
    }
}
