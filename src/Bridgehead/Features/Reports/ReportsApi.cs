using Bridgehead.Features.Access;

namespace Bridgehead.Features.Reports;

/// <summary>REST: /api/reports/work composes a report from the figures of today; /api/reports keeps reports from draft to release.</summary>
internal static class ReportsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("reports");
        reports.MapGet("/work", async ([AsParameters] WorkReportQuery query, MakeWorkReport make, CancellationToken cancel) =>
            ReportProjection.Of(await make.Run(query.Unit, query.Year, query.Months, query.Masked ?? false, query.AsOf, cancel)))
            .RequireAuthorization(Permission.MakeReports).WithName("reports.work").Says("生成年度工作报告", "文字、表格，以及其中每个数字的出处");
        reports.MapGet("/work/word", async ([AsParameters] WorkReportQuery query, MakeWorkReport make, WordDocument word, FormOfCity forms, UnitOfWork work, CancellationToken cancel) =>
        {
            var report = await make.Run(query.Unit, query.Year, query.Months, query.Masked ?? false, query.AsOf, cancel);
            work.Reason = $"{query.Unit} {query.Year}{(query.Masked == true ? " masked" : "")}";
            await work.Commit("api.reports.word", cancel: cancel);
            return Results.File(word.Write(report, await forms.Read(cancel)), WordDocument.ContentType, $"{report.Title}.docx");
        }).RequireAuthorization(Permission.MakeReports).WithName("reports.word").Says("取得工作报告的 Word 文件", "版式依 GB/T 9704-2012；记入审计轨迹").Produces<byte[]>(StatusCodes.Status200OK, WordDocument.ContentType);
        Reads(reports);
        Writes(reports);
        FormApi.Map(api);
    }

    private static void Reads(RouteGroupBuilder reports)
    {
        reports.MapGet("", async ([AsParameters] ReportQuery query, FindReports find, CancellationToken cancel) =>
        {
            var (rows, next) = await find.Page(query, cancel);
            return new Listed<ReportRowView>([.. rows.Select(ReportRowView.Of)], next);
        }).RequireAuthorization(Permission.MakeReports).WithName("kept-reports.list").Says("列出保存的报告", "最近起草的在前，按游标翻页");
        reports.MapGet("/{id:guid}", async (Guid id, FindReports find, CurrentFigures current, HttpContext http) =>
        {
            if (await find.Draft(id, http.RequestAborted) is not { } draft) return ApiProblem.NotThere(http);
            var parts = await find.Whole(draft, http.RequestAborted);
            VersionTag.Show(http, draft.Version);
            return Results.Ok(KeptReportView.Of(parts, await current.Stale(parts, http.RequestAborted)));
        }).RequireAuthorization(Permission.MakeReports).WithName("kept-reports.get").Says("读取一份报告", "文稿、每个数字的绑定和取值、与台账不一致的数字、举措").Produces<KeptReportView>();
        reports.MapGet("/{id:guid}/difference", async (Guid id, Guid? with, FindReports find, HttpContext http) =>
        {
            if (await find.Draft(id, http.RequestAborted) is not { } draft) return ApiProblem.NotThere(http);
            if ((with is { } other ? await find.Draft(other, http.RequestAborted) : await find.Beside(draft, http.RequestAborted)) is not { } before) return ApiProblem.NotThere(http);
            var (old, now) = ((await find.Whole(before, http.RequestAborted)).Document, (await find.Whole(draft, http.RequestAborted)).Document);
            var difference = CompareReports.Run(old, now);
            return Results.Ok(new ReportDifferenceView(before.Id, draft.Id, [.. difference.Numbers.Select(NumberDifferenceView.Of)], difference.Sentences));
        }).RequireAuthorization(Permission.MakeReports).WithName("kept-reports.difference").Says("与另一份报告比较", "逐个数字、逐句；不写 with 时与上年发布的报告比较").Produces<ReportDifferenceView>();
        reports.MapGet("/{id:guid}/word", async (Guid id, bool? masked, FindReports find, GiveOut give, HttpContext http) =>
        {
            if (await find.Draft(id, http.RequestAborted) is not { } draft) return ApiProblem.NotThere(http);
            var (content, name) = await give.Word(await find.Whole(draft, http.RequestAborted), masked ?? false, http.RequestAborted);
            return Results.File(content, WordDocument.ContentType, name + ".docx");
        }).RequireAuthorization(Permission.MakeReports).WithName("kept-reports.file").Says("取得报告的 Word 文件", "已发布的报告为发布时的文件，一字不差；记入审计轨迹").Produces<byte[]>(StatusCodes.Status200OK, WordDocument.ContentType);
    }

    private static void Writes(RouteGroupBuilder reports)
    {
        reports.MapPost("", async (NewReportInput input, BeginReport begin, UnitOfWork work, CancellationToken cancel) =>
        {
            var draft = await begin.Run(input, cancel);
            work.Subject = draft.Id;
            return Written.Created($"/api/reports/{draft.Id}", ReportRowView.Of(draft), draft.Version);
        }).RequireAuthorization(Permission.WriteReports).WithName("kept-reports.begin").Says("起草工作报告", "由数据生成文稿并保存，数字与指标绑定").Produces<ReportRowView>(StatusCodes.Status201Created);
        reports.MapPut("/{id:guid}/head", Draft<HeadInput>((draft, input, with, cancel) => with.GetRequiredService<EditReport>().Word(draft, input.Head(), cancel)))
            .RequireAuthorization(Permission.WriteReports).WithName("kept-reports.head").WantsVersion().Says("修改标题、报告人、称谓、署名").Produces<ReportRowView>();
        reports.MapPost("/{id:guid}/take-over", Draft<TakeOverInput>((draft, input, with, cancel) => with.GetRequiredService<EditReport>().TakeOver(draft, input.Numbers, cancel)))
            .RequireAuthorization(Permission.WriteReports).WithName("kept-reports.take-over").WantsVersion().Says("采用台账的新数", "numbers 为要采用的数据编号，不写为全部").Produces<ReportRowView>();
        reports.MapPost("/{id:guid}/submission", (Guid id, FindReports find, DecideReport decide, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
            Draft<object?>((draft, _, _, cancel) => decide.Run(draft, new ReportDecisionInput { Decision = ReportDecision.Submit }, cancel))(id, null, find, db, work, http)).RequireAuthorization(Permission.WriteReports).WithName("kept-reports.submit").WantsVersion().Says("提交复核", "还有数字没有绑定、也没有来源时拒绝").Produces<ReportRowView>();
        reports.MapPost("/{id:guid}/decision", Draft<ReportDecisionInput>((draft, input, with, cancel) => with.GetRequiredService<DecideReport>().Run(draft, input, cancel)))
            .RequireAuthorization(Permission.ReviewReports).WithName("kept-reports.decide").WantsVersion().Says("退回、复核通过或发布", "复核人不能是起草、修改或提交的人；发布后文字和数字冻结").Produces<ReportRowView>();
        reports.MapPost("/{id:guid}/blocks", async (Guid id, NewBlockInput input, FindReports find, EditReport edit, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Draft(id, http.RequestAborted) is not { } draft) return (object)ApiProblem.NotThere(http);
            var block = await edit.Add(draft, input, http.RequestAborted);
            work.Subject = block.Id;
            return Written.Created($"/api/reports/{id}", ReportBlockView.Of(block), block.Version);
        }).RequireAuthorization(Permission.WriteReports).WithName("kept-reports.add-block").Says("添加小标题或段落").Produces<ReportBlockView>(StatusCodes.Status201Created);
        reports.MapPut("/{id:guid}/blocks/{block:guid}", Block<BlockInput>((draft, block, input, edit, cancel) => edit.Write(draft, block, input, cancel)))
            .RequireAuthorization(Permission.WriteReports).WithName("kept-reports.write-block").WantsVersion().Says("改写一段", "[[编号:数字]]是绑定的数据，可以移动、删去，不能改写").Produces<ReportBlockView>();
        reports.MapPost("/{id:guid}/blocks/{block:guid}/move", Block<MoveInput>((draft, block, input, edit, cancel) => edit.Move(draft, block, input.Up, cancel)))
            .RequireAuthorization(Permission.WriteReports).WithName("kept-reports.move-block").WantsVersion().Says("上移或下移一段").Produces<ReportBlockView>();
        reports.MapPost("/{id:guid}/blocks/{block:guid}/figures", Block<BindingInput>((draft, block, input, edit, cancel) => edit.Insert(draft, block, input, cancel)))
            .RequireAuthorization(Permission.WriteReports).WithName("kept-reports.insert-figure").WantsVersion().Says("插入数据", "按指标、单位、时段取数，放在[[+]]处，没有时放在段末").Produces<ReportBlockView>();
        reports.MapDelete("/{id:guid}/blocks/{block:guid}", async (Guid id, Guid block, FindReports find, EditReport edit, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Draft(id, http.RequestAborted) is not { } draft || await edit.Block(draft, block, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = block;
            await db.ReadAtOnce(found, VersionTag.Expected(http), http.RequestAborted);
            await edit.Remove(draft, found, http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.WriteReports).WithName("kept-reports.remove-block").WantsVersion().Says("删去一段").Produces(StatusCodes.Status204NoContent);
        reports.MapPut("/{id:guid}/measures/{measure:guid}", async (Guid id, Guid measure, MeasureInput input, FindReports find, KeepMeasures keep, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Draft(id, http.RequestAborted) is not { } draft || await keep.Find(draft, measure, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = measure;
            await db.ReadAtOnce(found, VersionTag.Expected(http), http.RequestAborted);
            await keep.Change(draft, found, input, http.RequestAborted);
            return Written.Changed(ReportMeasureView.Of(found), found.Version);
        }).RequireAuthorization(Permission.WriteReports).WithName("kept-reports.measure").WantsVersion().Says("修改举措、登记进展", "提交后只能登记进展").Produces<ReportMeasureView>();
    }

    private static Func<Guid, TInput, FindReports, BridgeheadDb, UnitOfWork, HttpContext, Task<object>> Draft<TInput>(Func<ReportDraft, TInput, IServiceProvider, CancellationToken, Task> act) =>
        async (id, input, find, db, work, http) =>
        {
            if (await find.Draft(id, http.RequestAborted) is not { } draft) return ApiProblem.NotThere(http);
            work.Subject = id;
            await db.ReadAtOnce(draft, VersionTag.Expected(http), http.RequestAborted);
            await act(draft, input, http.RequestServices, http.RequestAborted);
            return Written.Changed(ReportRowView.Of(draft), draft.Version);
        };

    private static Func<Guid, Guid, TInput, FindReports, EditReport, BridgeheadDb, UnitOfWork, HttpContext, Task<object>> Block<TInput>(Func<ReportDraft, ReportBlock, TInput, EditReport, CancellationToken, Task> act) =>
        async (id, block, input, find, edit, db, work, http) =>
        {
            if (await find.Draft(id, http.RequestAborted) is not { } draft || await edit.Block(draft, block, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            work.Subject = block;
            await db.ReadAtOnce(found, VersionTag.Expected(http), http.RequestAborted);
            await act(draft, found, input, edit, http.RequestAborted);
            return Written.Changed(ReportBlockView.Of(found), found.Version);
        };
}
