using Bridgehead.Features.Access;

namespace Bridgehead.Features.Assessments;

/// <summary>REST: /api/assessment-schemes and /api/assessments.</summary>
internal static class AssessmentsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var schemes = api.MapGroup("/assessment-schemes").WithTags("assessments");
        schemes.MapGet("", async (FindAssessments find, CancellationToken cancel) => new Listed<SchemeView>([.. (await find.Schemes(cancel)).Select(SchemeView.Of)], null))
            .RequireAuthorization(Permission.ReadFigures).WithName("assessment-schemes.list").Says("列出考核方案", "每个方案的最新一版");
        schemes.MapGet("/{code}", async (string code, int? number, FindAssessments find, HttpContext http) =>
                await find.Scheme(code, number, http.RequestAborted) is { } scheme ? Results.Ok(SchemeView.Of(scheme)) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.ReadFigures).WithName("assessment-schemes.get").Says("读取一个考核方案", "不写 number 时为最新一版").Produces<SchemeView>();
        schemes.MapPost("", async (SchemeInput input, DefineScheme define, UnitOfWork work, CancellationToken cancel) =>
        {
            var scheme = await define.Run(input, cancel);
            work.Subject = scheme.Id;
            return Written.Created($"/api/assessment-schemes/{scheme.Code}", SchemeView.Of(scheme), scheme.Version);
        }).RequireAuthorization(Permission.RunAssessments).WithName("assessment-schemes.define").Says("新增考核方案或其新的一版", "已开始的考核仍按原来的版本").Produces<SchemeView>(StatusCodes.Status201Created);
        var assessments = api.MapGroup("/assessments").WithTags("assessments");
        assessments.MapGet("", async ([AsParameters] AssessmentQuery query, FindAssessments find, CancellationToken cancel) =>
        {
            var (rows, next) = await find.Page(query, cancel);
            return new Listed<AssessmentView>([.. rows.Select(r => AssessmentView.Of(r.Assessment, r.Scheme))], next);
        }).RequireAuthorization(Permission.ReadFigures).WithName("assessments.list").Says("列出考核", "区县、园区只看到公示过的");
        assessments.MapGet("/{id:guid}", async (Guid id, FindAssessments find, Words words, HttpContext http) =>
        {
            if (await find.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Version);
            return Results.Ok(await Show(found, find, words, http.RequestAborted));
        }).RequireAuthorization(Permission.ReadFigures).WithName("assessments.get").Says("读取考核结果", "每项得分附算式；填报中的为按现有数据试算").Produces<AssessmentSheetView>();
        assessments.MapGet("/{id:guid}/appeals", async (Guid id, FindAssessments find, HttpContext http) => await find.Find(id, http.RequestAborted) is not { } found ? ApiProblem.NotThere(http)
                : Results.Ok(new Listed<AppealView>([.. (await find.Appeals(found, http.RequestAborted)).Select(a => AppealView.Of(a.Appeal, a.Unit))], null)))
            .RequireAuthorization(Permission.ReadFigures).WithName("assessments.appeals").Says("列出申诉", "只含数据范围内单位的申诉").Produces<Listed<AppealView>>();
        MapWrites(assessments);
    }

    private static void MapWrites(RouteGroupBuilder assessments)
    {
        assessments.MapPost("", async (AssessmentInput input, RunAssessment run, FindAssessments find, Words words, UnitOfWork work, CancellationToken cancel) =>
        {
            var begun = await run.Begin(input, cancel);
            work.Subject = begun.Id;
            return Written.Created($"/api/assessments/{begun.Id}", await Show(begun, find, words, cancel), begun.Version);
        }).RequireAuthorization(Permission.RunAssessments).WithName("assessments.begin").Says("开始一次考核", "按方案的最新一版").Produces<AssessmentSheetView>(StatusCodes.Status201Created);
        assessments.MapPut("/{id:guid}/given", Change<GivenInput>(async (run, found, scheme, input, cancel) => await run.Fill(found, scheme, input, cancel)))
            .RequireAuthorization(Permission.RunAssessments).WithName("assessments.fill").WantsVersion().Says("填报考核用数", "cells 的键为“单位代码/项目序号/计分依据序号”，序号从1起；没有写到的不变").Produces<AssessmentSheetView>();
        assessments.MapPost("/{id:guid}/freeze", async (Guid id, RunAssessment run, FindAssessments find, BridgeheadDb db, Words words, UnitOfWork work, HttpContext http) =>
                await Act(id, find, db, words, work, http, async (found, scheme) => await run.Freeze(found, scheme, http.RequestAborted)))
            .RequireAuthorization(Permission.RunAssessments).WithName("assessments.freeze").WantsVersion().Says("冻结数据并计分", "此后入账的数据不再改变结果").Produces<AssessmentSheetView>();
        assessments.MapPost("/{id:guid}/publicity", Change<PublicityInput>(async (run, found, _, input, cancel) => await run.Publish(found, input, cancel)))
            .RequireAuthorization(Permission.RunAssessments).WithName("assessments.publish").WantsVersion().Says("公示考核结果", "公示至少三天，各单位可以申诉").Produces<AssessmentSheetView>();
        assessments.MapPost("/{id:guid}/conclusion", async (Guid id, RunAssessment run, FindAssessments find, BridgeheadDb db, Words words, UnitOfWork work, HttpContext http) =>
                await Act(id, find, db, words, work, http, async (found, _) => await run.Conclude(found, http.RequestAborted)))
            .RequireAuthorization(Permission.RunAssessments).WithName("assessments.conclude").WantsVersion().Says("使考核结果生效", "公示期满、申诉都已答复且没有成立的，才能生效").Produces<AssessmentSheetView>();
        assessments.MapPost("/{id:guid}/rescoring", async (Guid id, RescoreInput input, RunAssessment run, FindAssessments find, Words words, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Find(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            var again = await run.Rescore(found, (await find.SchemeOf(found, http.RequestAborted)).Definition, input, http.RequestAborted);
            work.Subject = again.Id;
            return Written.Created($"/api/assessments/{again.Id}", await Show(again, find, words, http.RequestAborted), again.Version);
        }).RequireAuthorization(Permission.RunAssessments).WithName("assessments.rescore").Says("重新计分", "开始新的一次考核，写明所取代的一次；公示时原结果失效").Produces<AssessmentSheetView>(StatusCodes.Status201Created);
        assessments.MapDelete("/{id:guid}", async (Guid id, RunAssessment run, FindAssessments find, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Find(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(found, VersionTag.Expected(http));
            await run.Discard(found, http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.RunAssessments).WithName("assessments.discard").WantsVersion().Says("作废一次填报中的考核").Produces(StatusCodes.Status204NoContent);
        assessments.MapPost("/{id:guid}/appeals", async (Guid id, AppealInput input, HandleAppeals appeals, FindAssessments find, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Find(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            var appeal = await appeals.File(found, await find.Sheet(found, (await find.SchemeOf(found, http.RequestAborted)).Definition, http.RequestAborted), input, http.RequestAborted);
            work.Subject = appeal.Id;
            return Written.Created($"/api/assessments/{id}/appeals", AppealView.Of(appeal, (await find.Appeals(found, http.RequestAborted)).First(a => a.Appeal.Id == appeal.Id).Unit), appeal.Version);
        }).RequireAuthorization(Permission.AppealAssessments).WithName("assessments.appeal").Says("对考核结果提出申诉", "限公示期内，限本单位和下级单位的结果").Produces<AppealView>(StatusCodes.Status201Created);
        assessments.MapPut("/{id:guid}/appeals/{appeal:guid}", async (Guid id, Guid appeal, AppealDecisionInput input, HandleAppeals appeals, FindAssessments find, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Find(id, http.RequestAborted) is not { } found || await find.Appeal(id, appeal, http.RequestAborted) is not { } open) return (object)ApiProblem.NotThere(http);
            work.Subject = appeal;
            db.ReadAt(open, VersionTag.Expected(http));
            await appeals.Decide(open, input, http.RequestAborted);
            return Written.Changed(AppealView.Of(open, (await find.Appeals(found, http.RequestAborted)).First(a => a.Appeal.Id == appeal).Unit), open.Version);
        }).RequireAuthorization(Permission.RunAssessments).WithName("assessments.decide").WantsVersion().Says("答复申诉", "If-Match 为申诉的版本；成立的须重新计分").Produces<AppealView>();
    }

    private static Func<Guid, TInput, RunAssessment, FindAssessments, BridgeheadDb, Words, UnitOfWork, HttpContext, Task<object>> Change<TInput>(Func<RunAssessment, Assessment, SchemeDefinition, TInput, CancellationToken, Task> act) where TInput : class =>
        (id, input, run, find, db, words, work, http) => Act(id, find, db, words, work, http, (found, scheme) => act(run, found, scheme, input, http.RequestAborted));

    private static async Task<object> Act(Guid id, FindAssessments find, BridgeheadDb db, Words words, UnitOfWork work, HttpContext http, Func<Assessment, SchemeDefinition, Task> act)
    {
        if (await find.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
        work.Subject = id;
        db.ReadAt(found, VersionTag.Expected(http));
        await act(found, (await find.SchemeOf(found, http.RequestAborted)).Definition);
        return Written.Changed(await Show(found, find, words, http.RequestAborted), found.Version);
    }

    private static async Task<AssessmentSheetView> Show(Assessment found, FindAssessments find, Words words, CancellationToken cancel)
    {
        var scheme = await find.SchemeOf(found, cancel);
        return AssessmentSheetView.Of(found, scheme, await find.Sheet(found, scheme.Definition, cancel), words);
    }
}
