using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>When a milestone is expected and when it was reached.</summary>
public sealed class MilestoneNoteInput
{
    /// <summary>The day now expected.</summary>
    public DateOnly? ForecastOn { get; set; }
    /// <summary>The day it was reached.</summary>
    public DateOnly? ActualOn { get; set; }
}

/// <summary>A monthly report as a program sends it: the month and what the form asks for.</summary>
public sealed class MonthlyReportInput
{
    /// <summary>The month, 2026-10.</summary>
    [Required(ErrorMessage = "请填写月份"), MaxLength(10)] public string Month { get; set; } = "";
    /// <summary>What is reported.</summary>
    [Required] public ReportInput Report { get; set; } = new();
}

/// <summary>REST: /api/projects/{id}/plan, /reports, /looks, /forecasts.</summary>
internal static class ProgressApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var project = api.MapGroup("/projects/{id:guid}").WithTags("progress");
        project.MapGet("/plan", async (Guid id, ListProjects list, ReadProgress read, HttpContext http) =>
        {
            if (await Find(id, list, http) is null || await read.Run(id, http.RequestAborted) is not { Plan: not null } progress) return ApiProblem.NotThere(http);
            VersionTag.Show(http, progress.Plan.Version);
            return Results.Ok(PlanView.Of(progress));
        }).RequireAuthorization(Permission.ReadProjects).WithName("plan.get").Says("读取项目的投资与节点计划", "附计划进度、实际进度、时间进度和预警；没有计划时回答404").Produces<PlanView>();
        project.MapPost("/plan", async (Guid id, PlanInput input, ListProjects list, MakePlan make, ReadProgress read, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            Refusal.When(await db.Set<ProgressPlan>().AnyAsync(p => p.Id == id, http.RequestAborted), $"项目已有计划，请读取后调整");
            var plan = await make.Run(found, null, input, http.RequestAborted);
            return Written.Created($"/api/projects/{id}/plan", PlanView.Of(await read.Run(id, http.RequestAborted)), plan.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("plan.make").Says("编制项目的投资与节点计划", "项目须已签约").Produces<PlanView>(StatusCodes.Status201Created);
        project.MapPut("/plan", async (Guid id, PlanInput input, ListProjects list, MakePlan make, ReadProgress read, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } found || await db.Set<ProgressPlan>().FirstOrDefaultAsync(p => p.Id == id, http.RequestAborted) is not { } plan) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(plan, VersionTag.Expected(http));
            await make.Run(found, plan, input, http.RequestAborted);
            return Written.Changed(PlanView.Of(await read.Run(id, http.RequestAborted)), plan.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("plan.revise").WantsVersion().Says("调整计划", "须写明理由；原计划保留，推迟的节点计一次").Produces<PlanView>();
        project.MapPut("/milestones/{place:int}", async (Guid id, int place, MilestoneNoteInput input, ListProjects list, BridgeheadDb db, UnitOfWork work, TimeProvider clock, HttpContext http) =>
        {
            if (await Find(id, list, http) is null || await Milestone(db, id, place, http.RequestAborted) is not { } milestone) return (object)ApiProblem.NotThere(http);
            work.Subject = milestone.Id;
            db.ReadAt(milestone, VersionTag.Expected(http));
            milestone.Note(input.ForecastOn, input.ActualOn, clock.Day());
            await db.SaveChangesAsync(http.RequestAborted);
            return Written.Changed(PlanView.Show(milestone), milestone.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("milestones.note").WantsVersion().Says("登记节点的预计和完成日期", "预计晚于原定时计一次推迟").Produces<MilestoneView>();
        project.MapGet("/reports", async (Guid id, ListProjects list, BridgeheadDb db, string? after, int? limit, HttpContext http) =>
        {
            if (await Find(id, list, http) is null) return ApiProblem.NotThere(http);
            var (size, from) = (Listed.Size(limit), Listed.Number(after));
            var rows = await db.Set<MonthlyReport>().AsNoTracking().Where(r => r.ProjectId == id && (from == 0 || r.Month < from)).OrderByDescending(r => r.Month).Take(size + 1).ToListAsync(http.RequestAborted);
            return Results.Ok(new Listed<ReportView>([.. rows.Take(size).Select(ReportView.Of)], rows.Count > size ? rows[size - 1].Month.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
        }).RequireAuthorization(Permission.ReadProjects).WithName("reports.list").Says("列出项目的月报", "最近的在前，含草稿；金额为部门调度数据，不进入数据台账").Produces<Listed<ReportView>>();
        project.MapPost("/reports", async (Guid id, MonthlyReportInput input, ListProjects list, FileReport file, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } found) return (object)ApiProblem.NotThere(http);
            var month = Month(input.Month);
            Refusal.When(await file.Find(id, month, http.RequestAborted) is not null, $"{Months.Text(month)}月报已有，请读取后修改");
            var report = await file.Run(found, month, null, input.Report, http.RequestAborted);
            work.Subject = report.Id;
            return Written.Created($"/api/projects/{id}/reports/{Months.Text(month)}", ReportView.Of(report), report.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("reports.file").Says("报送月报", "noChange 为 true 时按上月数字报“无变化”；draft 为 true 时只存草稿").Produces<ReportView>(StatusCodes.Status201Created);
        project.MapGet("/reports/{month}", async (Guid id, string month, ListProjects list, FileReport file, HttpContext http) =>
        {
            if (await Find(id, list, http) is null || !Months.TryRead(month, out var number) || await file.Find(id, number, http.RequestAborted) is not { } report) return ApiProblem.NotThere(http);
            VersionTag.Show(http, report.Version);
            return Results.Ok(ReportView.Of(report));
        }).RequireAuthorization(Permission.ReadProjects).WithName("reports.get").Says("读取项目某月的月报").Produces<ReportView>();
        project.MapPut("/reports/{month}", async (Guid id, string month, ReportInput input, ListProjects list, FileReport file, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } found || !Months.TryRead(month, out var number) || await file.Find(id, number, http.RequestAborted) is not { } report) return (object)ApiProblem.NotThere(http);
            work.Subject = report.Id;
            db.ReadAt(report, VersionTag.Expected(http));
            await file.Run(found, number, report, input, http.RequestAborted);
            return Written.Changed(ReportView.Of(report), report.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("reports.change").WantsVersion().Says("修改月报", "已报送的须写明更正理由").Produces<ReportView>();
        project.MapGet("/problems", async (Guid id, ListProjects list, ReadProgress read, HttpContext http) =>
            await Find(id, list, http) is null ? ApiProblem.NotThere(http) : Results.Ok(new Listed<ProblemView>([.. (await read.Run(id, http.RequestAborted)).Problems.Select(ProblemView.Of)], null)))
            .RequireAuthorization(Permission.ReadProjects).WithName("problems.list").Says("列出项目报告的问题", "未销号的在前").Produces<Listed<ProblemView>>();
        project.MapGet("/looks", async (Guid id, ListProjects list, ReadProgress read, HttpContext http) =>
            await Find(id, list, http) is null ? ApiProblem.NotThere(http) : Results.Ok(new Listed<LookView>([.. (await read.Run(id, http.RequestAborted)).Looks.Select(LookView.Of)], null)))
            .RequireAuthorization(Permission.ReadProjects).WithName("looks.list").Says("列出项目最近的走访核查", "最近二十次，最近的在前").Produces<Listed<LookView>>();
        project.MapPost("/looks", async (Guid id, LookInput input, ListProjects list, RecordLook record, UnitOfWork work, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            var look = await record.Run(found, input, http.RequestAborted);
            return new Written(StatusCodes.Status201Created, LookView.Of(look), $"/api/projects/{id}/looks");
        }).RequireAuthorization(Permission.WriteProjects).WithName("looks.record").Says("登记一次走访核查").Produces<LookView>(StatusCodes.Status201Created);
        project.MapGet("/forecasts", async (Guid id, ListProjects list, ForecastProject forecast, HttpContext http) =>
            await Find(id, list, http) is not { } found ? ApiProblem.NotThere(http) : Results.Ok(new Listed<ForecastView>([.. (await forecast.Run(found, http.RequestAborted)).Select(ForecastView.Of)], null)))
            .RequireAuthorization(Permission.ReadProjects).WithName("forecasts.list").Says("预测项目的开工和投产", "依据同类项目的用时；可比项目不足5个时不预测").Produces<Listed<ForecastView>>();
    }

    private static async Task<Project?> Find(Guid id, ListProjects list, HttpContext http) => await (await list.Visible(http.RequestAborted)).FirstOrDefaultAsync(p => p.Id == id, http.RequestAborted);

    private static Task<Milestone?> Milestone(BridgeheadDb db, Guid project, int place, CancellationToken cancel) =>
        db.Set<Milestone>().FirstOrDefaultAsync(m => m.ProjectId == project && m.Place == place && db.Set<ProgressPlan>().Any(p => p.Id == project && p.Revision == m.Revision), cancel);

    private static int Month(string text)
    {
        Refusal.Unless(Months.TryRead(text, out var month), $"月份“{text}”应写成2026-10这样", "month");
        return month;
    }
}
