using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Projects.Stages;

/// <summary>The ways to change something about stages.</summary>
internal sealed class ExamplesOfStages : Examples
{
    private static int days = 400;

    public override IEnumerable<Write> Writes =>
    [
        new("POST /projects/{id:guid}?handler=Override", "reviewer", async scene => Page($"/projects/{await scene.Project()}?handler=Override", ("stage", "triage"), ("reason", "急办"), ("version", 1)))
            { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("POST /projects/{id:guid}?handler=Decide", "reviewer", async scene =>
        {
            var (project, request) = await Asked(scene);
            return Page($"/projects/{project}?handler=Decide", ("request", request), ("approve", "false"), ("reason", "缺材料"), ("version", 1));
        }) { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("POST /projects/{id:guid}?handler=Withdraw", "district-clerk", async scene =>
        {
            var (project, request) = await Asked(scene);
            return Page($"/projects/{project}?handler=Withdraw", ("request", request), ("version", 1));
        }) { Wrong = ("version", "x"), Changes = true },
        new("POST /projects/{id:guid}?handler=HandIn", "district-clerk", async scene => Page($"/projects/{await scene.Project()}?handler=HandIn", ("kind", "Agreement")) with { File = ("file", "协议.pdf", Scene.Pdf()) })
            { Wrong = ("kind", "x"), Other = ("kind", "Licence"), Repeats = true },
        new("POST /projects/{id:guid}?handler=TakeOff", "district-clerk", async scene =>
        {
            var (project, document) = await HandedIn(scene);
            return Page($"/projects/{project}?handler=TakeOff", ("document", document), ("version", 1));
        }) { Wrong = ("version", "x"), Changes = true },
        new("POST /projects/{id:guid}?handler=Date", "district-clerk", async scene => Page($"/projects/{await scene.Project()}?handler=Date",
            ("milestone", "Started"), ("department", "Industry"), ("on", "2025-03-04"), ("source", "月报"), ("version", 1))) { Wrong = ("source", Long), Other = ("on", "2025-03-05"), Changes = true },
        new("POST /stages/requests", "district-reviewer", async scene => Page("/stages/requests", ("request", (await Asked(scene)).Request), ("approve", "false"), ("reason", "缺材料"), ("version", 1)))
            { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("POST /stages/edit", "reviewer", _ => Now(Page("/stages/edit?track=Domestic", ("Input.Track", "Domestic"), ("Input.ValidFrom", "2040-01-01"), ("Input.Rules[0].Stage", "lead"), ("Input.Rules[0].Days", Fresh()))))
            { Wrong = ("Input.Rules[0].Days", 99999), Other = ("Input.Rules[0].Days", 7), Repeats = true },
        new("POST /stages/{id:guid}?handler=Apply", "reviewer", async scene => Page($"/stages/{await Draft(scene)}?handler=Apply", ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /stages/{id:guid}?handler=Drop", "reviewer", async scene => Page($"/stages/{await Draft(scene)}?handler=Drop", ("version", 1))) { Wrong = ("version", "x"), Changes = true },
        new("POST /stages/calendar", "reviewer", _ => Now(Page("/stages/calendar", ("Input.Day", Day()), ("Input.Days", 1), ("Input.Working", "false"), ("Input.Name", "节日"))))
            { Wrong = ("Input.Name", Long), Other = ("Input.Name", "另一节日") },
        new("POST /stages/calendar?handler=Forget", "reviewer", async scene => Page("/stages/calendar?handler=Forget", ("day", await Holiday(scene)), ("Input.Days", 1), ("Input.Name", "节日"), ("Input.Day", "2030-01-01"))) { Wrong = ("day", "x") },
        new("POST /api/projects/{id:guid}/override", "reviewer", async scene => Api("POST", $"/api/projects/{await scene.Project()}/override", ("stage", "triage"), ("reason", "急办")) with { Version = 1 })
            { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("POST /api/projects/{id:guid}/documents", "district-clerk", async scene => Api("POST", $"/api/projects/{await scene.Project()}/documents?kind=Licence") with { File = ("file", "licence.pdf", Scene.Pdf()) }) { Repeats = true },
        new("PUT /api/projects/{id:guid}/dates", "district-clerk", async scene => Api("PUT", $"/api/projects/{await scene.Project()}/dates",
            ("milestone", "InStatistics"), ("department", "Statistics"), ("on", "2025-03-04"), ("source", "直报平台")) with { Version = 1 }) { Wrong = ("source", Long), Other = ("on", "2025-03-05"), Changes = true },
        new("POST /api/stage-requests/{id:guid}/decision", "reviewer", async scene => Api("POST", $"/api/stage-requests/{(await Asked(scene)).Request}/decision", ("approve", false), ("reason", "缺材料")) with { Version = 1 })
            { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("DELETE /api/stage-requests/{id:guid}", "district-clerk", async scene => Api("DELETE", $"/api/stage-requests/{(await Asked(scene)).Request}") with { Version = 1 }) { Changes = true },
        new("POST /api/stages", "reviewer", _ => Now(Api("POST", "/api/stages", ("track", "Domestic"), ("validFrom", "2040-01-01"), ("rules", new object[] { new { stage = "lead", days = Fresh() } }))))
            { Wrong = ("note", Long), Other = ("note", "另一说明"), Repeats = true },
        new("POST /api/stages/{id:guid}/application", "reviewer", async scene => Api("POST", $"/api/stages/{await Draft(scene)}/application") with { Version = 1 }) { Changes = true },
        new("DELETE /api/stages/{id:guid}", "reviewer", async scene => Api("DELETE", $"/api/stages/{await Draft(scene)}") with { Version = 1 }) { Changes = true },
    ];

    private static int Fresh() => Interlocked.Increment(ref days);

    private static string Day() => new DateOnly(2041, 1, 1).AddDays(Fresh()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A project of the eastern district whose clerk has asked to have it suspended.</summary>
    private static async Task<(Guid Project, Guid Request)> Asked(Scene scene)
    {
        var (project, clerk) = (await scene.Project(), await scene.Person("district-clerk"));
        var request = await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var about = await db.Set<Project>().SingleAsync(p => p.Id == project);
            var asked = new StageRequest(about, Stage.Called("suspended")!, StepKind.Aside, Approver.Reviewer, "等待", clerk, "东江经办", DateTime.UtcNow);
            await db.Set<Project>().Where(p => p.Id == project).ExecuteUpdateAsync(set => set.SetProperty(p => p.PendingOrder, 90));
            db.Add(asked);
            await db.SaveChangesAsync();
            return asked.Id;
        });
        return (project, request);
    }

    private static async Task<(Guid Project, Guid Document)> HandedIn(Scene scene)
    {
        var project = await scene.Project();
        return (project, await scene.Made(async services =>
        {
            await using var content = new MemoryStream(Scene.Pdf());
            return (await services.GetRequiredService<HandIn>().Document(project, DocumentKind.Licence, "执照.pdf", content))!.Id;
        }));
    }

    /// <summary>A draft for a day far ahead that asks for the same and allows another time.</summary>
    private static Task<Guid> Draft(Scene scene) => scene.Made(async services =>
    {
        var set = (await services.GetRequiredService<StageRules>().On(new DateOnly(2026, 1, 1)))[Track.Foreign];
        return (await services.GetRequiredService<ProposeStages>().Run(new StageSetInput
        {
            Track = Track.Foreign, ValidFrom = new DateOnly(2050, 1, 1),
            Rules = [.. Stage.All.Where(s => !s.IsSide).Select(s => StageRuleInput.Of(s, set.Rule(s.Order))).Select(r => { if (r.Stage == "lead") r.Days = Fresh(); return r; })],
        })).Id;
    });

    private static async Task<string> Holiday(Scene scene)
    {
        var day = Day();
        await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var holiday = new CalendarDay(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), false, "节日");
            db.Add(holiday);
            await db.SaveChangesAsync();
            return holiday.Id;
        });
        return day;
    }
}
