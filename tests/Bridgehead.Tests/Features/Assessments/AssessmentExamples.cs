using Bridgehead.Features.Assessments;
using Bridgehead.Features.Organisations;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Assessments;

/// <summary>An example of every way to change a scheme, an assessment or an appeal.</summary>
internal sealed class AssessmentExamples : Examples
{
    private static readonly object[] Groups = [new Dictionary<string, object> { ["name"] = "区县", ["kind"] = "District", ["units"] = "" }];

    public override IEnumerable<Write> Writes =>
    [
        new("POST /assessments/schemes/edit", "reviewer", _ => Now(Page("/assessments/schemes/edit", ("Input.Code", Scene.Fresh()), ("Input.Name", "自定"), ("Input.Digits", 2), ("Input.Groups[0].Name", "区县"), ("Input.Groups[0].Kind", "District"),
            ("Input.Items[0].Name", "走访"), ("Input.Items[0].Method", "PerUnit"), ("Input.Items[0].Weight", 10), ("Input.Items[0].Inputs", "走访：填报 ×2")))) { Wrong = ("Input.Name", Long), Other = ("Input.Items[0].Weight", 20), Repeats = true },
        new("POST /assessments/new", "reviewer", _ => Now(Page("/assessments/new", ("Input.Scheme", "task-force-quarterly"), ("Input.Name", Scene.Fresh()), ("Input.FromMonth", "2024-01"), ("Input.ToMonth", "2024-03"), ("Input.AsOf", "2024-04-10"))))
            { Wrong = ("Input.Name", Long), Other = ("Input.ToMonth", "2024-04"), Repeats = true },
        new("POST /assessments/{id:guid}/given", "reviewer", async scene => Page($"/assessments/{await scene.Draft()}/given", ("Input.Cells[shenzhen/1/1]", 3), ("Input.Document", "考办1号"), ("version", 1))) { Wrong = ("Input.Document", Long), Other = ("Input.Cells[shenzhen/1/1]", 4) },
        new("POST /assessments/{id:guid}?handler=Freeze", "reviewer", async scene => Page($"/assessments/{await scene.Ready()}?handler=Freeze", ("version", 1))) { Wrong = ("version", "x") },
        new("POST /assessments/{id:guid}?handler=Discard", "reviewer", async scene => Page($"/assessments/{await scene.Draft()}?handler=Discard", ("version", 1))) { Wrong = ("version", "x") },
        new("POST /assessments/{id:guid}?handler=Publish", "reviewer", async scene => Page($"/assessments/{await scene.Frozen()}?handler=Publish", ("publicTo", AssessmentScene.In(5)), ("version", 2))) { Wrong = ("version", "x"), Other = ("publicTo", AssessmentScene.In(6)) },
        new("POST /assessments/{id:guid}?handler=Rescore", "reviewer", async scene => Page($"/assessments/{await scene.Frozen()}?handler=Rescore", ("asOf", "2024-05-01"))) { Wrong = ("asOf", "x"), Other = ("asOf", "2024-05-02") },
        new("POST /assessments/{id:guid}?handler=Conclude", "reviewer", async scene => Page($"/assessments/{await scene.Over()}?handler=Conclude", ("version", 3))) { Wrong = ("version", "x") },
        new("POST /assessments/{id:guid}?handler=Appeal", "district-clerk", async scene => Page($"/assessments/{await scene.Public()}?handler=Appeal", ("Appeal.Unit", "east"), ("Appeal.Text", "漏计一个项目"), ("Appeal.Document", "函1号"))) { Wrong = ("Appeal.Document", Long), Other = ("Appeal.Text", "另一件"), Repeats = true },
        new("POST /assessments/{id:guid}?handler=Decide", "reviewer", async scene =>
        {
            var (assessment, appeal) = await scene.Appealed();
            return Page($"/assessments/{assessment}?handler=Decide", ("appeal", appeal), ("version", 1), ("Decision.Upheld", "false"), ("Decision.Answer", "依据不足"));
        }) { Wrong = ("Decision.Answer", Long), Other = ("Decision.Answer", "另有答复") },
        .. OfTheApi(),
    ];

    private static IEnumerable<Write> OfTheApi() =>
    [
        new("POST /api/assessment-schemes", "reviewer", _ => Now(Api("POST", "/api/assessment-schemes", ("code", Scene.Fresh()), ("name", "自定"), ("document", "文1号"), ("digits", 2), ("groups", Groups), ("items", Items("走访：填报 ×2")))))
            { Wrong = ("name", Long), Other = ("items", Items("走访：填报 ×3")), Repeats = true },
        new("POST /api/assessments", "reviewer", _ => Now(Api("POST", "/api/assessments", ("scheme", "task-force-quarterly"), ("name", Scene.Fresh()), ("fromMonth", "2024-01"), ("toMonth", "2024-03"), ("asOf", "2024-04-10"))))
            { Wrong = ("name", Long), Other = ("toMonth", "2024-04"), Repeats = true },
        new("PUT /api/assessments/{id:guid}/given", "reviewer", async scene => Api("PUT", $"/api/assessments/{await scene.Draft()}/given", ("cells", new Dictionary<string, string> { ["shenzhen/1/1"] = "3" }), ("document", "考办1号")) with { Version = 1 })
            { Wrong = ("document", Long), Other = ("cells", new Dictionary<string, string> { ["shenzhen/1/1"] = "4" }), Changes = true },
        new("POST /api/assessments/{id:guid}/freeze", "reviewer", async scene => Api("POST", $"/api/assessments/{await scene.Ready()}/freeze") with { Version = 1 }) { Changes = true },
        new("POST /api/assessments/{id:guid}/publicity", "reviewer", async scene => Api("POST", $"/api/assessments/{await scene.Frozen()}/publicity", ("publicTo", AssessmentScene.In(5))) with { Version = 2 }) { Other = ("publicTo", AssessmentScene.In(6)), Changes = true },
        new("POST /api/assessments/{id:guid}/conclusion", "reviewer", async scene => Api("POST", $"/api/assessments/{await scene.Over()}/conclusion") with { Version = 3 }) { Changes = true },
        new("POST /api/assessments/{id:guid}/rescoring", "reviewer", async scene => Api("POST", $"/api/assessments/{await scene.Frozen()}/rescoring", ("asOf", "2024-05-01"))) { Other = ("asOf", "2024-05-02") },
        new("DELETE /api/assessments/{id:guid}", "reviewer", async scene => Api("DELETE", $"/api/assessments/{await scene.Draft()}") with { Version = 1 }) { Changes = true },
        new("POST /api/assessments/{id:guid}/appeals", "district-clerk", async scene => Api("POST", $"/api/assessments/{await scene.Public()}/appeals", ("unit", "east"), ("text", "漏计一个项目"), ("document", "函1号"))) { Wrong = ("document", Long), Other = ("text", "另一件"), Repeats = true },
        new("PUT /api/assessments/{id:guid}/appeals/{appeal:guid}", "reviewer", async scene =>
        {
            var (assessment, appeal) = await scene.Appealed();
            return Api("PUT", $"/api/assessments/{assessment}/appeals/{appeal}", ("upheld", false), ("answer", "依据不足")) with { Version = 1 };
        }) { Wrong = ("answer", Long), Other = ("answer", "另有答复"), Changes = true },
    ];

    private static object[] Items(string lines) => [new Dictionary<string, object?> { ["name"] = "走访", ["method"] = "PerUnit", ["weight"] = 10, ["inputs"] = lines, ["cap"] = null, ["step"] = null, ["equalIsFull"] = true }];
}

/// <summary>Fresh assessments of the first quarter of 2024.</summary>
internal static class AssessmentScene
{
    /// <summary>A day from today on.</summary>
    public static string In(int days) => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A draft at version 1.</summary>
    public static Task<Guid> Draft(this Scene scene, string scheme = "task-force-quarterly") => scene.Made(async services => (await Begin(services, scheme)).Id);

    /// <summary>A draft at version 1 with every number it needs.</summary>
    public static Task<Guid> Ready(this Scene scene) => scene.Made(async services => (await Complete(services)).Id);

    /// <summary>A frozen one at version 2.</summary>
    public static Task<Guid> Frozen(this Scene scene) => scene.Made(async services => (await Freeze(services)).Id);

    /// <summary>One that is shown, at version 3.</summary>
    public static Task<Guid> Public(this Scene scene) => scene.Made(async services => (await Publish(services)).Id);

    /// <summary>One whose publicity is over, at version 3.</summary>
    public static Task<Guid> Over(this Scene scene) => scene.Made(async services =>
    {
        var assessment = await Publish(services);
        var past = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-10);
        await services.GetRequiredService<BridgeheadDb>().Set<Assessment>().Where(a => a.Id == assessment.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.PublicFrom, past).SetProperty(a => a.PublicTo, past.AddDays(3)));
        return assessment.Id;
    });

    /// <summary>One that is shown, and an appeal of the east at version 1.</summary>
    public static async Task<(Guid Assessment, Guid Appeal)> Appealed(this Scene scene)
    {
        var assessment = await scene.Public();
        return (assessment, await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var appeal = new Appeal(await db.Set<Assessment>().SingleAsync(a => a.Id == assessment), await db.Set<Unit>().Where(u => u.Code == "east").Select(u => u.Id).SingleAsync(), "漏计一个项目", "", "东江经办", services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            db.Add(appeal);
            await db.SaveChangesAsync();
            return appeal.Id;
        }));
    }

    private static Task<Assessment> Begin(IServiceProvider services, string scheme) => services.GetRequiredService<RunAssessment>().Begin(
        new AssessmentInput { Scheme = scheme, Name = Scene.Fresh(), FromMonth = "2024-01", ToMonth = "2024-03", AsOf = new DateOnly(2024, 4, 10) });

    private static async Task<Assessment> Complete(IServiceProvider services)
    {
        var (assessment, find, db) = (await Begin(services, "four-rates"), services.GetRequiredService<FindAssessments>(), services.GetRequiredService<BridgeheadDb>());
        foreach (var (unit, item, input) in (await find.Sheet(assessment, (await find.SchemeOf(assessment)).Definition)).Missing) db.Add(new AssessmentNumber(assessment.Id, unit.Id, item, input, InputValue.Given(50, "考办1号"), "测试"));
        await db.SaveChangesAsync();
        return assessment;
    }

    private static async Task<Assessment> Freeze(IServiceProvider services)
    {
        var assessment = await Complete(services);
        await services.GetRequiredService<RunAssessment>().Freeze(assessment, (await services.GetRequiredService<FindAssessments>().SchemeOf(assessment)).Definition);
        return assessment;
    }

    private static async Task<Assessment> Publish(IServiceProvider services)
    {
        var assessment = await Freeze(services);
        await services.GetRequiredService<RunAssessment>().Publish(assessment, new PublicityInput { PublicTo = services.GetRequiredService<FindAssessments>().Today.AddDays(5) });
        return assessment;
    }
}
