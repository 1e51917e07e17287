using Bridgehead.Features.Admission;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Admission;

/// <summary>An example of every way to change a review, a score sheet, or a compliance conclusion.</summary>
internal sealed class AdmissionExamples : Examples
{
    public override IEnumerable<Write> Writes =>
    [
        new("POST /projects/{id:guid}/review?handler=Open", "district-clerk", async scene => Page($"/projects/{await scene.Project()}/review?handler=Open", ("Input.Class", "Policy"), ("Input.Departments", "财政")))
            { Wrong = ("Input.Chair", Long), Other = ("Input.Departments", "税务") },
        new("POST /projects/{id:guid}/review?handler=Comply", "district-clerk", async scene => Page($"/projects/{await scene.Project()}/review?handler=Comply", ("Compliance.Kind", "Legality"), ("Compliance.Conclusion", "Conforms"), ("Compliance.Document", "1号")))
            { Wrong = ("Compliance.Document", Long), Other = ("Compliance.Document", "2号"), Repeats = true },
        new("POST /reviews/{id:guid}?handler=Meet", "district-clerk", async scene => Page($"/reviews/{await scene.Review()}?handler=Meet", ("Meeting.Chair", Scene.Fresh()), ("version", 1))) { Wrong = ("Meeting.Chair", Long), Other = ("Meeting.Chair", "另一位") },
        new("POST /reviews/{id:guid}?handler=Receive", "district-clerk", async scene =>
        {
            var review = await scene.Review();
            return Page($"/reviews/{review}?handler=Receive", ("material", await scene.Part<ReviewMaterial>(review, m => m.ReviewId, m => m.Id)), ("received", "true"), ("version", 1));
        }) { Wrong = ("version", "x") },
        new("POST /reviews/{id:guid}?handler=Give", "district-clerk", async scene =>
        {
            var review = await scene.Review();
            return Page($"/reviews/{review}?handler=Give", ("opinion", await scene.Part<ReviewOpinion>(review, o => o.ReviewId, o => o.Id)), ("Opinion.Verdict", "Agree"), ("version", 1));
        }) { Wrong = ("Opinion.Text", Long), Other = ("Opinion.Giver", "另一位") },
        new("POST /reviews/{id:guid}?handler=Score", "district-clerk", async scene => Page($"/reviews/{await scene.Review()}?handler=Score", ("Scores[0].Item", "产业类别"), ("Scores[0].Points", 3), ("version", 1))) { Wrong = ("Scores[0].Points", "x"), Other = ("Scores[0].Points", 4) },
        new("POST /reviews/{id:guid}?handler=Decide", "district-clerk", async scene =>
        {
            var review = await scene.Review();
            return Page($"/reviews/{review}?handler=Decide", ("node", await scene.Part<ReviewNode>(review, n => n.ReviewId, n => n.Id)), ("Node.On", "2026-01-01"), ("Node.Result", "Agreed"), ("version", 1));
        }) { Wrong = ("Node.Note", Long), Other = ("Node.Result", "Refused") },
        new("POST /reviews/{id:guid}?handler=Conclude", "district-reviewer", async scene => Page($"/reviews/{await scene.Review()}?handler=Conclude", ("Conclusion.Conclusion", "Deferred"), ("Conclusion.Terms", "补充材料"), ("version", 1)))
            { Wrong = ("Conclusion.Terms", Long), Other = ("Conclusion.Terms", "另有理由") },
        new("POST /reviews/{id:guid}?handler=Attach", "district-clerk", async scene => Page($"/reviews/{await scene.Review()}?handler=Attach") with { File = ("file", "纪要.pdf", Scene.Pdf()) }) { Repeats = true },
        new("POST /reviews/sheet", "reviewer", _ => Now(Page("/reviews/sheet", ("Input.Items[0].Name", "全部"), ("Input.Items[0].Weight", 100), ("Input.PassMark", 60)))) { Wrong = ("Input.PassMark", 0), Other = ("Input.PassMark", 70), Repeats = true },
        .. OfTheApi(),
    ];

    private static IEnumerable<Write> OfTheApi() =>
    [
        new("POST /api/projects/{id:guid}/reviews", "district-clerk", async scene => Api("POST", $"/api/projects/{await scene.Project()}/reviews", ("class", "Policy"), ("departments", "财政"))) { Wrong = ("chair", Long), Other = ("departments", "税务") },
        new("PUT /api/reviews/{id:guid}/meeting", "district-clerk", async scene => Api("PUT", $"/api/reviews/{await scene.Review()}/meeting", ("chair", Scene.Fresh())) with { Version = 1 }) { Wrong = ("chair", Long), Other = ("chair", "另一位"), Changes = true },
        new("PUT /api/reviews/{id:guid}/scores", "district-clerk", async scene => Api("PUT", $"/api/reviews/{await scene.Review()}/scores", ("scores", Array.Empty<object>()), ("vetoes", new[] { DefaultSheet.Vetoes[0] })) with { Version = 1 })
            { Other = ("vetoes", new[] { DefaultSheet.Vetoes[1] }), Changes = true },
        new("POST /api/reviews/{id:guid}/conclusion", "district-reviewer", async scene => Api("POST", $"/api/reviews/{await scene.Review()}/conclusion", ("conclusion", "Deferred"), ("terms", "补充材料")) with { Version = 1 }) { Wrong = ("terms", Long), Other = ("terms", "另有理由"), Changes = true },
        new("PUT /api/reviews/{id:guid}/opinions/{opinion:guid}", "district-clerk", async scene =>
        {
            var review = await scene.Review();
            return Api("PUT", $"/api/reviews/{review}/opinions/{await scene.Part<ReviewOpinion>(review, o => o.ReviewId, o => o.Id)}", ("verdict", "Agree"), ("giver", Scene.Fresh())) with { Version = 1 };
        }) { Wrong = ("text", Long), Other = ("giver", "另一位"), Changes = true },
        new("PUT /api/reviews/{id:guid}/nodes/{node:guid}", "district-clerk", async scene =>
        {
            var review = await scene.Review();
            return Api("PUT", $"/api/reviews/{review}/nodes/{await scene.Part<ReviewNode>(review, n => n.ReviewId, n => n.Id)}", ("on", "2026-01-01"), ("result", "Agreed")) with { Version = 1 };
        }) { Wrong = ("note", Long), Other = ("result", "Refused"), Changes = true },
        new("POST /api/score-sheets", "reviewer", _ => Now(Api("POST", "/api/score-sheets", ("items", new[] { new { name = "全部", weight = 100, criteria = "" } }), ("passMark", 60)))) { Wrong = ("passMark", 0), Other = ("passMark", 70), Repeats = true },
        new("POST /api/projects/{id:guid}/compliance", "district-clerk", async scene => Api("POST", $"/api/projects/{await scene.Project()}/compliance", ("kind", "Legality"), ("conclusion", "Conforms"), ("document", "1号")))
            { Wrong = ("document", Long), Other = ("document", "2号"), Repeats = true },
    ];
}

/// <summary>Fresh reviews of the eastern district.</summary>
internal static class AdmissionScene
{
    /// <summary>An open review of one department, at version 1, scored by the sheet an installation begins with.</summary>
    public static async Task<Guid> Review(this Scene scene)
    {
        var project = await scene.Project();
        return await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var sheet = await db.Set<ScoreSheet>().SingleAsync(s => s.Number == 1);
            var review = new Review(project, 1, sheet.Id, ProjectClass.Policy, 1, DateTime.UtcNow);
            db.AddRange(review, new ReviewOpinion(review.Id, "财政", 0), new ReviewMaterial(review.Id, "拟签协议文本", 0), new ReviewNode(review.Id, "投委会", 0));
            await db.SaveChangesAsync();
            return review.Id;
        });
    }

    /// <summary>The identity of a part of a review.</summary>
    public static Task<Guid> Part<T>(this Scene scene, Guid review, System.Linq.Expressions.Expression<Func<T, Guid>> of, Func<T, Guid> id) where T : class => scene.Made(async services =>
    {
        var belongs = System.Linq.Expressions.Expression.Lambda<Func<T, bool>>(System.Linq.Expressions.Expression.Equal(of.Body, System.Linq.Expressions.Expression.Constant(review)), of.Parameters);
        return id(await services.GetRequiredService<BridgeheadDb>().Set<T>().SingleAsync(belongs));
    });
}
