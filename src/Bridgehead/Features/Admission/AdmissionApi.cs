using Bridgehead.Features.Access;

namespace Bridgehead.Features.Admission;

/// <summary>REST: /api/projects/{id}/reviews, /api/reviews, /api/score-sheets, /api/projects/{id}/compliance.</summary>
internal static class AdmissionApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("").WithTags("reviews");
        reviews.MapGet("/reviews", async ([AsParameters] ReviewQuery query, ListReviews list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query, cancel);
            return new Listed<ReviewRowView>([.. rows.Select(r => ReviewRowView.Of(r.Review))], next);
        }).RequireAuthorization(Permission.ReadProjects).WithName("reviews.list").Says("列出准入评审", "最近开始的在前，按游标翻页；不写 state 时为未结论的");
        reviews.MapGet("/projects/{id:guid}/reviews", async (Guid id, FindReviews find, HttpContext http) => await find.Project(id, http.RequestAborted) is null ? ApiProblem.NotThere(http)
                : Results.Ok(new Listed<ReviewRowView>([.. (await find.Of(id, http.RequestAborted)).Select(ReviewRowView.Of)], null)))
            .RequireAuthorization(Permission.ReadProjects).WithName("reviews.of-project").Says("列出项目的评审轮次").Produces<Listed<ReviewRowView>>();
        reviews.MapGet("/reviews/{id:guid}", async (Guid id, FindReviews find, HttpContext http) =>
        {
            if (await find.Review(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Version);
            return Results.Ok(ReviewView.Of(await find.Whole(found, http.RequestAborted)));
        }).RequireAuthorization(Permission.ReadProjects).WithName("reviews.get").Says("读取一轮评审", "含材料、部门意见、打分算式、决策环节、结论").Produces<ReviewView>();
        reviews.MapGet("/score-sheets/{number:int}", async (int number, FindReviews find, HttpContext http) =>
                await find.Sheet(number, http.RequestAborted) is { } sheet ? Results.Ok(ScoreSheetView.Of(sheet)) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.ReadProjects).WithName("score-sheets.get").Says("读取一版评分表", "0为最新一版").Produces<ScoreSheetView>();
        reviews.MapGet("/projects/{id:guid}/compliance", async (Guid id, FindReviews find, CheckCompliance check, HttpContext http) =>
        {
            if (await find.Project(id, http.RequestAborted) is null) return ApiProblem.NotThere(http);
            var notes = await check.Of(id, http.RequestAborted);
            return Results.Ok(new ComplianceView(CheckCompliance.Missing(notes), [.. notes.Select(ComplianceNoteView.Of)]));
        }).RequireAuthorization(Permission.ReadProjects).WithName("compliance.get").Says("读取项目的合规审查", "missing 为签约前还缺的审查").Produces<ComplianceView>();
        MapWrites(reviews);
    }

    private static void MapWrites(RouteGroupBuilder reviews)
    {
        reviews.MapPost("/projects/{id:guid}/reviews", async (Guid id, ReviewInput input, FindReviews find, ConductReview conduct, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Project(id, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            var review = await conduct.Open(project, input, http.RequestAborted);
            work.Subject = review.Id;
            return Written.Created($"/api/reviews/{review.Id}", ReviewView.Of(await find.Whole(review, http.RequestAborted)), review.Version);
        }).RequireAuthorization(Permission.WriteReviews).WithName("reviews.open").Says("开一轮评审", "上一轮没有结论时拒绝").Produces<ReviewView>(StatusCodes.Status201Created);
        reviews.MapPut("/reviews/{id:guid}/meeting", Change<MeetingInput>((whole, input, conduct, cancel) => conduct.Meet(whole.Review, input, cancel)))
            .RequireAuthorization(Permission.WriteReviews).WithName("reviews.meet").WantsVersion().Says("安排评审会议").Produces<ReviewView>();
        reviews.MapPut("/reviews/{id:guid}/scores", Change<ScoresInput>((whole, input, conduct, cancel) => conduct.Score(whole, input, cancel)))
            .RequireAuthorization(Permission.WriteReviews).WithName("reviews.score").WantsVersion().Says("打分并登记一票否决情形", "没有写到的项目保持原分；否决情形以所写为准").Produces<ReviewView>();
        reviews.MapPost("/reviews/{id:guid}/conclusion", Change<ConclusionInput>((whole, input, conduct, cancel) => conduct.Conclude(whole, input, cancel)))
            .RequireAuthorization(Permission.ConcludeReviews).WithName("reviews.conclude").WantsVersion().Says("下评审结论", "通过须意见齐、打分齐、达到及格线且没有一票否决；结论后不能再改").Produces<ReviewView>();
        reviews.MapPut("/reviews/{id:guid}/opinions/{opinion:guid}", async (Guid id, Guid opinion, OpinionInput input, FindReviews find, ConductReview conduct, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await Whole(id, find, http) is not { } whole || whole.Opinions.FirstOrDefault(o => o.Id == opinion) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = opinion;
            db.ReadAt(found, VersionTag.Expected(http));
            await conduct.Give(whole, found, input, http.RequestAborted);
            return Written.Changed(ReviewView.Of(whole), found.Version);
        }).RequireAuthorization(Permission.WriteReviews).WithName("reviews.give-opinion").WantsVersion().Says("登记部门意见", "If-Match 为该条意见的版本").Produces<ReviewView>();
        reviews.MapPut("/reviews/{id:guid}/nodes/{node:guid}", async (Guid id, Guid node, NodeInput input, FindReviews find, ConductReview conduct, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await Whole(id, find, http) is not { } whole || whole.Nodes.FirstOrDefault(n => n.Id == node) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = node;
            db.ReadAt(found, VersionTag.Expected(http));
            await conduct.Decide(whole.Review, found, input, http.RequestAborted);
            return Written.Changed(ReviewView.Of(whole), found.Version);
        }).RequireAuthorization(Permission.WriteReviews).WithName("reviews.decide").WantsVersion().Says("登记决策环节的结果", "If-Match 为该环节的版本").Produces<ReviewView>();
        reviews.MapPost("/score-sheets", async (ScoreSheetInput input, DefineSheet define, UnitOfWork work, CancellationToken cancel) =>
        {
            var sheet = await define.Run(input, cancel);
            work.Subject = sheet.Id;
            return Written.Created($"/api/score-sheets/{sheet.Number}", ScoreSheetView.Of(sheet), sheet.Version);
        }).RequireAuthorization(Permission.DefineScoreSheets).WithName("score-sheets.define").Says("启用新的一版评分表", "各项分值合计应为100分；此前开始的评审仍按原版本").Produces<ScoreSheetView>(StatusCodes.Status201Created);
        reviews.MapPost("/projects/{id:guid}/compliance", async (Guid id, ComplianceInput input, FindReviews find, CheckCompliance check, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Project(id, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            var note = await check.Record(project, input, http.RequestAborted);
            work.Subject = note.Id;
            return Written.Created($"/api/projects/{id}/compliance", ComplianceNoteView.Of(note), note.Version);
        }).RequireAuthorization(Permission.WriteReviews).WithName("compliance.record").Says("登记合规审查结论").Produces<ComplianceNoteView>(StatusCodes.Status201Created);
    }

    private static Func<Guid, TInput, FindReviews, ConductReview, BridgeheadDb, UnitOfWork, HttpContext, Task<object>> Change<TInput>(Func<WholeReview, TInput, ConductReview, CancellationToken, Task> act) =>
        async (id, input, find, conduct, db, work, http) =>
        {
            if (await Whole(id, find, http) is not { } whole) return ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(whole.Review, VersionTag.Expected(http));
            await act(whole, input, conduct, http.RequestAborted);
            return Written.Changed(ReviewView.Of(await find.Whole(whole.Review, http.RequestAborted)), whole.Review.Version);
        };

    private static async Task<WholeReview?> Whole(Guid id, FindReviews find, HttpContext http) =>
        await find.Review(id, http.RequestAborted) is { } review ? await find.Whole(review, http.RequestAborted) : null;
}
