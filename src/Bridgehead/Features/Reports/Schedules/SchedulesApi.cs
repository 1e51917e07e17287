using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.Schedules;

/// <summary>REST: /api/report-schedules, reports that are made by themselves, their files and subscribers.</summary>
internal static class SchedulesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/report-schedules").WithTags("reports");
        schedules.MapGet("", async ([FromQuery] string? after, [FromQuery] int? limit, KeepSchedules keep, CancellationToken cancel) =>
        {
            var (rows, next) = await keep.Page(after, limit, cancel);
            return new Listed<ScheduleView>([.. rows.Select(ScheduleView.Of)], next);
        }).RequireAuthorization(Permission.MakeReports).WithName("report-schedules.list").Says("列出定期生成的报告", "数据范围内的，最近设定的在前").Produces<Listed<ScheduleView>>();
        schedules.MapPost("", async (ScheduleInput input, KeepSchedules keep, UnitOfWork work, CancellationToken cancel) =>
        {
            var made = await keep.Add(input, cancel);
            work.Subject = made.Id;
            return Written.Created($"/api/report-schedules/{made.Id}/runs", ScheduleView.Of(new ShownSchedule(made, null, 1, null)), made.Version);
        }).RequireAuthorization(Permission.WriteReports).WithName("report-schedules.add").Says("设定定期生成的报告", "到日子按设定人当时的权限生成；设定人即为订阅人").Produces<ScheduleView>(StatusCodes.Status201Created);
        schedules.MapPut("/{id:guid}", async (Guid id, ScheduleChangeInput input, KeepSchedules keep, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await keep.Find(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            await db.ReadAtOnce(found, VersionTag.Expected(http), http.RequestAborted);
            await keep.Change(found, input, http.RequestAborted);
            return Written.Changed(ScheduleView.Of(new ShownSchedule(found, null, 0, null)), found.Version);
        }).RequireAuthorization(Permission.WriteReports).WithName("report-schedules.change").WantsVersion().Says("修改日子，或停止生成").Produces<ScheduleView>();
        schedules.MapPut("/{id:guid}/subscription", (Guid id, KeepSchedules keep, UnitOfWork work, HttpContext http) => Subscribe(id, true, keep, work, http))
            .RequireAuthorization(Permission.MakeReports).WithName("report-schedules.subscribe").Says("订阅一份报告").Produces(StatusCodes.Status204NoContent);
        schedules.MapDelete("/{id:guid}/subscription", (Guid id, KeepSchedules keep, UnitOfWork work, HttpContext http) => Subscribe(id, false, keep, work, http))
            .RequireAuthorization(Permission.MakeReports).WithName("report-schedules.unsubscribe").Says("退订一份报告").Produces(StatusCodes.Status204NoContent);
        schedules.MapGet("/{id:guid}/runs", async (Guid id, [FromQuery] string? after, [FromQuery] int? limit, KeepSchedules keep, HttpContext http) =>
        {
            if (await keep.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            var (rows, next) = await keep.Runs(found, after, limit, http.RequestAborted);
            return Results.Ok(new Listed<RunView>([.. rows.Select(RunView.Of)], next));
        }).RequireAuthorization(Permission.MakeReports).WithName("report-schedules.runs").Says("列出已生成的文件", "附 SHA-256 校验值；失败的写明原因").Produces<Listed<RunView>>();
        schedules.MapGet("/{id:guid}/runs/{run:guid}/file", Give).RequireAuthorization(Permission.MakeReports).WithName("report-schedules.file").Says("取得已生成的文件", "记入审计轨迹").Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream");
    }

    public static void MapFiles(IEndpointRouteBuilder site) =>
        site.MapGet("/reports/schedules/{id:guid}/files/{run:guid}", Give).RequireAuthorization(Permission.MakeReports).WithName("report-schedules.download").ExcludeFromDescription();

    private static async Task<IResult> Give(Guid id, Guid run, KeepSchedules keep, Asker asker, AttachmentStore store, UnitOfWork work, HttpContext http)
    {
        if (await keep.Find(id, http.RequestAborted) is not { } schedule || await keep.Made(schedule, run, http.RequestAborted) is not { FileDigest: { } digest, FileName: { } name }) return http.Request.Path.StartsWithSegments("/api") ? ApiProblem.NotThere(http) : Results.NotFound();
        // a ledger is an export, whoever made it
        if (name.EndsWith(".xlsx", StringComparison.Ordinal) && !asker.May(Permission.Export)) return Results.Forbid();
        work.Subject = run;
        work.Reason = name;
        await work.Commit("reports.schedule.file", cancel: http.RequestAborted);
        return Results.File(store.Open(digest), name.EndsWith(".xlsx", StringComparison.Ordinal) ? TableWriter.XlsxType : WordDocument.ContentType, name);
    }

    private static async Task<object> Subscribe(Guid id, bool wants, KeepSchedules keep, UnitOfWork work, HttpContext http)
    {
        if (await keep.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
        work.Subject = id;
        await keep.Subscribe(found, wants, http.RequestAborted);
        return Written.Gone();
    }
}

/// <summary>A schedule as the API shows it.</summary>
public sealed record ScheduleView(Guid Id, Guid UnitId, ScheduledReport Report, ScheduleRhythm Rhythm, int Day, bool IsOn, DateOnly NextOn, string Owner, bool Subscribed, int Subscribers, RunView? Last, long Version)
{
    /// <summary>Shows it.</summary>
    public static ScheduleView Of(ShownSchedule s) => new(
        s.Schedule.Id, s.Schedule.UnitId, s.Schedule.Report, s.Schedule.Rhythm, s.Schedule.Day, s.Schedule.IsOn, s.Schedule.NextOn, s.Schedule.Owner, s.Mine is not null, s.Subscribers, s.Last is { } last ? RunView.Of(last) : null, s.Schedule.Version);
}

/// <summary>A made file as the API shows it.</summary>
public sealed record RunView(Guid Id, DateOnly DueOn, RunState State, int Attempts, DateTime? FinishedAt, string? FileName, string? FileDigest, long Size, string? Why)
{
    /// <summary>Shows it.</summary>
    public static RunView Of(ReportRun r) => new(r.Id, r.DueOn, r.State, r.Attempts, r.FinishedAt, r.FileName, r.FileDigest, r.Size, r.Why);
}

/// <summary>Reports that are made by themselves.</summary>
public static class SchedulesModule
{
    /// <summary>Registers what makes and keeps them.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services) => services.AddScoped<KeepSchedules>().AddScoped<MakeScheduled>().AddScoped<TellSubscribers>().AddSingleton<WorkOnSchedules>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapSchedules(this IEndpointRouteBuilder api) => SchedulesApi.Map(api);

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => SchedulesApi.MapFiles(site);
}
