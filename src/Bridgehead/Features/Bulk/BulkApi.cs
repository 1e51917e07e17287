using Bridgehead.Features.Access;

namespace Bridgehead.Features.Bulk;

/// <summary>A bulk change as the API shows it.</summary>
public sealed record BulkView(Guid Id, BulkAct Act, string? Value, string? Reason, BulkState State, int Total, int Untried, int Waiting, int Same, int Refused, int Changed, int TakenBack, int NotTakenBack, DateTime At, DateTime? FinishedAt);

/// <summary>One project of a bulk change as the API shows it.</summary>
public sealed record BulkRowView(int Position, Guid ProjectId, string Name, BulkOutcome Outcome, string? Why);

/// <summary>REST: /api/bulk.</summary>
internal static class BulkApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var bulk = api.MapGroup("/bulk").WithTags("bulk");
        bulk.MapGet("", async (string? after, int? limit, BulkJobs jobs, CancellationToken cancel) =>
        {
            var (page, next) = await jobs.Page(after, Listed.Size(limit), cancel);
            var views = new List<BulkView>();
            foreach (var job in page) views.Add(View(job, await jobs.Tally(job.Id, cancel)));
            return new Listed<BulkView>(views, next);
        }).RequireAuthorization(Permission.WriteProjects).WithName("bulk.list").Says("列出批量任务", "只列自己的，最近的在前");
        bulk.MapGet("/{id:guid}", async (Guid id, BulkJobs jobs, HttpContext http) =>
            await jobs.Find(id, http.RequestAborted) is { } job ? Results.Ok(View(job, await jobs.Tally(id, http.RequestAborted))) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.WriteProjects).WithName("bulk.get").Says("读取一个批量任务").Produces<BulkView>();
        bulk.MapGet("/{id:guid}/rows", async (Guid id, BulkOutcome? outcome, string? after, int? limit, BulkJobs jobs, Words words, HttpContext http) =>
        {
            if (await jobs.Find(id, http.RequestAborted) is null) return ApiProblem.NotThere(http);
            var (rows, next) = await jobs.Rows(id, outcome, after, Listed.Size(limit), http.RequestAborted);
            return Results.Ok(new Listed<BulkRowView>([.. rows.Select(r => new BulkRowView(r.Position, r.ProjectId, r.Name, r.Outcome, r.Said(words)))], next));
        }).RequireAuthorization(Permission.WriteProjects).WithName("bulk.rows").Says("列出批量任务中的项目", "每个项目的结果和理由").Produces<Listed<BulkRowView>>();
        bulk.MapPost("", async (BulkInput input, PrepareBulk prepare, BulkJobs jobs, CancellationToken cancel) =>
        {
            var job = await prepare.Run(input, cancel);
            return new Written(StatusCodes.Status201Created, View(job, await jobs.Tally(job.Id, cancel)), $"/api/bulk/{job.Id}");
        }).RequireAuthorization(Permission.WriteProjects).WithName("bulk.prepare").Says("预览批量修改", "只预览，不修改；确认后再开始。ids 为空时按 query 中的条件").Produces<BulkView>(StatusCodes.Status201Created);
        Step(bulk, "start", "bulk.start", "开始批量任务", (jobs, job, cancel) => jobs.Start(job, cancel));
        Step(bulk, "stop", "bulk.stop", "停止批量任务", (jobs, job, cancel) => jobs.Stop(job, cancel));
        Step(bulk, "undo", "bulk.undo", "撤销批量任务", (jobs, job, cancel) => jobs.Undo(job, cancel));
    }

    private static void Step(RouteGroupBuilder bulk, string verb, string name, string says, Func<BulkJobs, BulkJob, CancellationToken, Task> step) =>
        bulk.MapPost("/{id:guid}/" + verb, async (Guid id, BulkJobs jobs, HttpContext http) =>
        {
            if (await jobs.Find(id, http.RequestAborted) is not { } job) return (object)ApiProblem.NotThere(http);
            await step(jobs, job, http.RequestAborted);
            return Written.Done(View((await jobs.Find(id, http.RequestAborted))!, await jobs.Tally(id, http.RequestAborted)));
        }).RequireAuthorization(Permission.WriteProjects).WithName(name).Says(says).Produces<BulkView>();

    private static BulkView View(BulkJob j, BulkTally t) => new(j.Id, j.Act, j.Shown ?? j.Value, j.Reason, j.State, j.Total, t.Untried, t.Waiting, t.Same, t.Refused, t.Changed, t.TakenBack, t.NotTakenBack, j.At, j.FinishedAt);
}
