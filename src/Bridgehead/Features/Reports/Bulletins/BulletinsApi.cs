using Bridgehead.Features.Access;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>REST: /api/bulletins makes and begins bulletins, which are kept, edited and released under /api/reports; their rankings are shown and objected to here.</summary>
internal static class BulletinsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var bulletins = api.MapGroup("/bulletins").WithTags("reports");
        bulletins.MapGet("", async ([AsParameters] BulletinQuery query, MakeBulletin make, CancellationToken cancel) => ReportProjection.Of(await make.Run(query.Input(), cancel)))
            .RequireAuthorization(Permission.MakeReports).WithName("bulletins.get").Says("生成月度通报", "文字、表格，以及其中每个数字的出处；有无排名按市级的设定").Produces<ReportProjection>();
        bulletins.MapGet("/word", async ([AsParameters] BulletinQuery query, MakeBulletin make, WordDocument word, FormOfCity forms, UnitOfWork work, CancellationToken cancel) =>
        {
            var report = await make.Run(query.Input(), cancel);
            work.Reason = $"{query.Unit} {query.Year}-{query.Month}";
            await work.Commit("api.bulletins.word", cancel: cancel);
            return Results.File(word.Write(report, await forms.Read(cancel)), WordDocument.ContentType, $"{report.Title}.docx");
        }).RequireAuthorization(Permission.MakeReports).WithName("bulletins.word").Says("取得月度通报的 Word 文件", "版式依 GB/T 9704-2012；记入审计轨迹").Produces<byte[]>(StatusCodes.Status200OK, WordDocument.ContentType);
        bulletins.MapPost("", async (BulletinInput input, MakeBulletin make, UnitOfWork work, CancellationToken cancel) =>
        {
            var draft = await make.Begin(input, null, cancel);
            work.Subject = draft.Id;
            return Written.Created($"/api/reports/{draft.Id}", ReportRowView.Of(draft), draft.Version);
        }).RequireAuthorization(Permission.WriteReports).WithName("bulletins.begin").Says("起草月度通报", "保存为报告，修改、复核、发布与工作报告相同").Produces<ReportRowView>(StatusCodes.Status201Created);
        bulletins.MapGet("/{id:guid}/ranking", async (Guid id, HandleRanks ranks, HttpContext http) =>
        {
            if (await ranks.Find(id, http.RequestAborted) is not { } shown) return ApiProblem.NotThere(http);
            VersionTag.Show(http, shown.Rank.Version);
            return Results.Ok(RankView.Of(shown, await ranks.Appeals(id, http.RequestAborted)));
        }).RequireAuthorization(Permission.MakeReports).WithName("bulletins.ranking").Says("读取排名的公示和异议", "公示后各单位都能看到；异议只含数据范围内单位的").Produces<RankView>();
        bulletins.MapPost("/{id:guid}/publicity", async (Guid id, HandleRanks ranks, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await ranks.Find(id, http.RequestAborted) is not { } shown) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            await db.ReadAtOnce(shown.Rank, VersionTag.Expected(http), http.RequestAborted);
            await ranks.Open(shown, http.RequestAborted);
            return Written.Changed(RankView.Of(shown, []), shown.Rank.Version);
        }).RequireAuthorization(Permission.ReviewReports).WithName("bulletins.publicity").WantsVersion().Says("公示排名", "通报复核通过后公示，期满、异议都已答复且没有成立的，才能发布").Produces<RankView>();
        bulletins.MapPost("/{id:guid}/appeals", async (Guid id, RankAppealInput input, HandleRanks ranks, ScopedUnits scope, UnitOfWork work, HttpContext http) =>
        {
            if (await ranks.Find(id, http.RequestAborted) is not { } shown) return (object)ApiProblem.NotThere(http);
            var appeal = await ranks.File(shown, input, http.RequestAborted);
            work.Subject = appeal.Id;
            return Written.Created($"/api/bulletins/{id}/ranking", RankAppealView.Of(appeal, (await scope.Find(appeal.UnitId, http.RequestAborted))!), appeal.Version);
        }).RequireAuthorization(Permission.WriteReports).WithName("bulletins.object").Says("对排名提出异议", "只在公示期内").Produces<RankAppealView>(StatusCodes.Status201Created);
        bulletins.MapPost("/{id:guid}/appeals/{appeal:guid}/decision", async (Guid id, Guid appeal, RankAnswerInput input, HandleRanks ranks, ScopedUnits scope, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await ranks.Find(id, http.RequestAborted) is not { } shown || await ranks.Appeal(id, appeal, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = appeal;
            await db.ReadAtOnce(found, VersionTag.Expected(http), http.RequestAborted);
            await ranks.Answer(shown, found, input, http.RequestAborted);
            return Written.Changed(RankAppealView.Of(found, (await scope.Find(found.UnitId, http.RequestAborted))!), found.Version);
        }).RequireAuthorization(Permission.ReviewReports).WithName("bulletins.answer").WantsVersion().Says("答复对排名的异议", "提出异议的人不能答复自己的").Produces<RankAppealView>();
        Settings(api.MapGroup("/bulletin-ranks").WithTags("reports"));
    }

    private static void Settings(RouteGroupBuilder setting)
    {
        setting.MapGet("", async (KeepRankSetting keep, HttpContext http) =>
        {
            var input = await keep.Input(http.RequestAborted);
            VersionTag.Show(http, input.Version);
            return input;
        }).RequireAuthorization(Permission.MakeReports).WithName("bulletin-ranks.get").Says("读取通报的排名规则", "默认不排名");
        setting.MapPut("", async (RankSettingInput input, KeepRankSetting keep, UnitOfWork work, HttpContext http) =>
        {
            input.Version = VersionTag.Expected(http);
            work.Subject = RankSetting.Only;
            await keep.Set(input, http.RequestAborted);
            var now = await keep.Input(http.RequestAborted);
            return Written.Changed(now, now.Version);
        }).RequireAuthorization(Permission.ReviewReports).WithName("bulletin-ranks.set").WantsVersion().Says("设定通报的排名规则", "由市级审核人设定；从未设定时版本为0").Produces<RankSettingInput>();
    }
}
