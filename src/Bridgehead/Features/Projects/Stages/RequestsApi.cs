using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>A request as the API shows it.</summary>
public sealed record RequestView(
    Guid Id, Guid ProjectId, string From, string To, string Kind, string Approver, string? Reason, string ByName, DateTime At, string State, string? DecidedBy, DateTime? DecidedAt, string? Decision, long Version)
{
    /// <summary>Shows a request.</summary>
    public static RequestView Of(StageRequest r) => new(
        r.Id, r.ProjectId, Stage.Of(r.From).Code, Stage.Of(r.To).Code, r.Kind.ToString(), r.Approver.ToString(), r.Reason, r.ByName, r.At, r.State.ToString(), r.DecidedBy, r.DecidedAt, r.Decision, r.Version);
}

/// <summary>What is decided on a request.</summary>
public sealed record StageDecisionInput([property: Required] bool? Approve, [property: MaxLength(500)] string? Reason = null);

/// <summary>REST: /api/stage-requests.</summary>
internal static class RequestsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var requests = api.MapGroup("/stage-requests").WithTags("stages");
        requests.MapGet("", async ([MaxLength(40)] string? after, int? limit, ListRequests list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(after, Listed.Size(limit), cancel);
            return new Listed<RequestView>([.. rows.Select(r => RequestView.Of(r.Request))], next);
        }).RequireAuthorization(Permission.ReadProjects).WithName("stage-requests.list").Says("列出待审批的阶段申请", "数据范围内的，最早的在前");
        requests.MapGet("/{id:guid}", async (Guid id, ListRequests list, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not var (request, _)) return ApiProblem.NotThere(http);
            VersionTag.Show(http, request.Version);
            return Results.Ok(RequestView.Of(request));
        }).RequireAuthorization(Permission.ReadProjects).WithName("stage-requests.get").Says("读取一项阶段申请").Produces<RequestView>();
        requests.MapPost("/{id:guid}/decision", async (Guid id, StageDecisionInput input, ListRequests list, MoveStage move, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not var (request, project)) return (object)ApiProblem.NotThere(http);
            (work.Subject, work.Reason) = (project.Id, input.Reason);
            await db.ReadAtOnce(request, VersionTag.Expected(http), http.RequestAborted);
            await move.Decide(request, project, input.Approve!.Value, input.Reason, http.RequestAborted);
            return Written.Changed(RequestView.Of(request), request.Version);
        }).RequireAuthorization(Permission.ApproveStages).WithName("stage-requests.decide").WantsVersion().Says("同意或退回一项阶段申请", "提交人不能审批自己的申请；退回须写明理由").Produces<RequestView>();
        requests.MapDelete("/{id:guid}", async (Guid id, ListRequests list, MoveStage move, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not var (request, project)) return (object)ApiProblem.NotThere(http);
            work.Subject = project.Id;
            await db.ReadAtOnce(request, VersionTag.Expected(http), http.RequestAborted);
            await move.Withdraw(request, project, http.RequestAborted);
            return Written.Changed(RequestView.Of(request), request.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("stage-requests.withdraw").WantsVersion().Says("撤回自己的阶段申请").Produces<RequestView>();
    }
}
