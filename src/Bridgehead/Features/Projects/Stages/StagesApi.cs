using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>A stage of a set as the API shows it.</summary>
public sealed record StageRuleView(int Order, string Code, string Name, string Criteria, IReadOnlyList<RequirementView> Asks, string Approver, int LimitDays);

/// <summary>A set of stages as the API shows it.</summary>
public sealed record StageSetView(Guid Id, string Track, int Number, DateOnly ValidFrom, string State, string Note, string ByName, string? DecidedBy, IReadOnlyList<StageRuleView> Rules, long Version)
{
    /// <summary>Shows a set.</summary>
    public static StageSetView Of(StageSet s) => new(s.Id, s.Track.ToString(), s.Number, s.ValidFrom, s.State.ToString(), s.Note, s.ByName, s.DecidedBy, [.. s.Rules.OrderBy(r => r.Order).Select(r =>
        new StageRuleView(r.Order, r.Code, r.Name, r.Criteria, [.. r.Requirements.Select(a => RequirementView.Of(r, a))], r.Approver.ToString(), r.Days))], s.Version);
}

/// <summary>What a draft would do, as the API shows it.</summary>
public sealed record StagePreviewView(int Ahead, int Lacking, int Passed, IReadOnlyList<TouchedView> First);

/// <summary>A project that would newly lack something, as the API shows it.</summary>
public sealed record TouchedView(Guid Id, string Number, string Name, string Stage, IReadOnlyList<RequirementView> Missing);

/// <summary>REST: /api/stages.</summary>
internal static class StagesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var stages = api.MapGroup("/stages").WithTags("stages");
        stages.MapGet("", async (DateOnly? on, StageRules rules, OpenProject open, CancellationToken cancel) =>
            new Listed<StageSetView>([.. (await rules.On(on ?? open.Today, cancel)).Sets.Values.OrderBy(s => s.Track).Select(StageSetView.Of)], null))
            .RequireAuthorization(Permission.ReadProjects).WithName("stages.list").Says("列出某日施行的各类项目阶段与门槛", "不写日期即今天");
        stages.MapGet("/{id:guid}", async (Guid id, BridgeheadDb db, HttpContext http) =>
        {
            if (await db.Set<StageSet>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { } set) return ApiProblem.NotThere(http);
            VersionTag.Show(http, set.Version);
            return Results.Ok(StageSetView.Of(set));
        }).RequireAuthorization(Permission.ReadProjects).WithName("stages.get").Says("读取一版阶段与门槛").Produces<StageSetView>();
        stages.MapGet("/{id:guid}/preview", async (Guid id, BridgeheadDb db, PreviewStages preview, HttpContext http) =>
        {
            if (await db.Set<StageSet>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { } set) return ApiProblem.NotThere(http);
            var seen = await preview.Of(set, http.RequestAborted);
            return Results.Ok(new StagePreviewView(seen.Ahead, seen.Lacking, seen.Passed,
                [.. seen.First.Select(p => new TouchedView(p.Id, p.Number, p.Name, Stage.Of(p.StageOrder).Code, [.. p.Lacks.Select(RequirementView.Of)]))]));
        }).RequireAuthorization(Permission.ConfigureStages).WithName("stages.preview").Says("预览一版阶段与门槛会影响哪些项目", "数量为全部，列出最接近门槛的50个").Produces<StagePreviewView>();
        stages.MapPost("", async (StageSetInput input, ProposeStages propose, UnitOfWork work, CancellationToken cancel) =>
        {
            var set = await propose.Run(input, cancel);
            work.Subject = set.Id;
            return Written.Created($"/api/stages/{set.Id}", StageSetView.Of(set), set.Version);
        }).RequireAuthorization(Permission.ConfigureStages).WithName("stages.propose").Says("起草新一版阶段与门槛", "草案不生效；预览后再施行。限市局审核").Produces<StageSetView>(StatusCodes.Status201Created);
        stages.MapPost("/{id:guid}/application", async (Guid id, BridgeheadDb db, ProposeStages propose, UnitOfWork work, HttpContext http) =>
        {
            if (await db.Set<StageSet>().FirstOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { } set) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            await db.ReadAtOnce(set, VersionTag.Expected(http), http.RequestAborted);
            await propose.Apply(set, http.RequestAborted);
            return Written.Changed(StageSetView.Of(set), set.Version);
        }).RequireAuthorization(Permission.ConfigureStages).WithName("stages.apply").WantsVersion().Says("施行一版阶段与门槛").Produces<StageSetView>();
        stages.MapDelete("/{id:guid}", async (Guid id, BridgeheadDb db, ProposeStages propose, UnitOfWork work, HttpContext http) =>
        {
            if (await db.Set<StageSet>().FirstOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { } set) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            await db.ReadAtOnce(set, VersionTag.Expected(http), http.RequestAborted);
            await propose.Drop(set, http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.ConfigureStages).WithName("stages.drop").WantsVersion().Says("放弃一版草案").Produces(StatusCodes.Status204NoContent);
    }
}
