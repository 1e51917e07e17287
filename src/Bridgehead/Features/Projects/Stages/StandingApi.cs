using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>A requirement as the API shows it.</summary>
public sealed record RequirementView(string Stage, string Asks, string Name, string When)
{
    /// <summary>Shows a gap.</summary>
    public static RequirementView Of(Gap gap) => Of(gap.Rule, gap.What);

    /// <summary>Shows a requirement of a stage.</summary>
    public static RequirementView Of(StageRule rule, Requirement what) => new(rule.Code, (what with { When = StageCondition.Always }).Token, what.Name, what.When.ToString());
}

/// <summary>The time at one stage as the API shows it.</summary>
public sealed record DwellView(string Stage, int Days, int WorkingDays, int LimitDays);

/// <summary>A date a department has, as the API shows it.</summary>
public sealed record DepartmentDateView(string Milestone, string Department, DateOnly On, string Source);

/// <summary>Where a project stands, as the API shows it.</summary>
public sealed record StandingView(
    string Stage, string Track, string? StageLeft, string? Next, string Approver, IReadOnlyList<RequirementView> Missing, string? PendingStage, Guid? PendingRequest, DateOnly? DueOn,
    string Health, IReadOnlyList<string> Reasons, IReadOnlyList<DwellView> Way, IReadOnlyList<DepartmentDateView> Dates, long Version);

/// <summary>A move over gates that are not met.</summary>
public sealed record OverrideInput([property: Required, MaxLength(20)] string Stage, [property: Required(ErrorMessage = "请写明理由"), MaxLength(500)] string Reason);

/// <summary>A date as a department has it.</summary>
public sealed record DepartmentDateInput(
    [property: Required] Milestone? Milestone, [property: Required] Department? Department, DateOnly? On, [property: MaxLength(200)] string? Source);

/// <summary>REST: where a project stands, what is handed in for it, and how it gets past a gate.</summary>
internal static class StandingApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects/{id:guid}").WithTags("stages");
        projects.MapGet("/standing", async (Guid id, ProjectFinder find, ReadStanding standing, Words words, HttpContext http) =>
        {
            if (await find.Run(id, http.RequestAborted) is not { } project) return ApiProblem.NotThere(http);
            VersionTag.Show(http, project.Version);
            return Results.Ok(Show(project, await standing.Of(project, http.RequestAborted), words));
        }).RequireAuthorization(Permission.ReadProjects).WithName("standing.get").Says("读取项目所处阶段、停留时间、进入下一阶段还缺什么").Produces<StandingView>();
        projects.MapPost("/override", async (Guid id, OverrideInput input, ProjectFinder find, MoveStage move, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Run(id, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            (work.Subject, work.Reason) = (id, input.Reason);
            await db.ReadAtOnce(project, VersionTag.Expected(http), http.RequestAborted);
            await move.Override(project, Stage.Called(input.Stage) ?? throw new Refusal($"没有阶段“{input.Stage}”", "stage"), input.Reason, http.RequestAborted);
            return Written.Changed(ProjectView.Of(project), project.Version);
        }).RequireAuthorization(Permission.OverrideGates).WithName("projects.override").WantsVersion().Says("特批放行", "缺少内容仍进入下一阶段；限市局审核，须写明理由，在经过中突出显示").Produces<ProjectView>();
        projects.MapPost("/documents", async (Guid id, DocumentKind kind, IFormFile file, HandIn handIn, UnitOfWork work, HttpContext http) =>
        {
            await using var content = file.OpenReadStream();
            work.Subject = id;
            if (await handIn.Document(id, kind, file.FileName, content, http.RequestAborted) is not { } attached) return (object)ApiProblem.NotThere(http);
            return Written.Created($"/files/{attached.Id}", new AttachedView(attached.Id, attached.Name, attached.Digest, attached.Version), attached.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.hand-in").DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ApiSetup.LargestUpload)).Says("上传一份注明种类的项目材料", "种类即阶段门槛所要求的材料种类，如 Agreement、Licence、SitePhoto")
            .Produces<AttachedView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound);
        projects.MapPut("/dates", async (Guid id, DepartmentDateInput input, ProjectFinder find, HandIn handIn, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Run(id, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            await db.ReadAtOnce(project, VersionTag.Expected(http), http.RequestAborted);
            await handIn.Date(project, input.Milestone!.Value, input.Department!.Value, input.On, input.Source, http.RequestAborted);
            return Written.Changed(ProjectView.Of(project), project.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.date").WantsVersion().Says("登记部门认定的日期", "开工、竣工、投产、入统、进规；各部门并列，均须写明来源；不写日期即取消").Produces<ProjectView>();
    }

    private static StandingView Show(Project project, Standing s, Words words) => new(
        project.Stage.Code, project.Track.ToString(), project.StageLeft is { } left ? Stage.Of(left).Code : null, s.Next?.Code, s.Approver.ToString(), [.. s.Gaps.Select(RequirementView.Of)],
        project.PendingOrder is { } pending ? Stage.Of(pending).Code : null, s.Pending?.Id, project.DueOn, project.Health.ToString(), [.. s.Reasons.Select(words.Say)],
        [.. s.Way.Where(w => w.Spent is not null).Select(w => new DwellView(w.Rule.Code, w.Spent!.Days, w.Spent.WorkingDays, w.Rule.Days))],
        [.. s.Dates.Select(d => new DepartmentDateView(d.Milestone.ToString(), d.Department.ToString(), d.On, d.Source))], project.Version);
}
