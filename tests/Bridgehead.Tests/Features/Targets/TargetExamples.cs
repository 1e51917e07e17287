using Bridgehead.Features.Targets;
using Bridgehead.Tests.Doors;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Targets;

/// <summary>An example of every way to change a target or a campaign.</summary>
internal sealed class TargetExamples : Examples
{
    public override IEnumerable<Write> Writes =>
    [
        new("POST /targets/new", "reviewer", _ => Now(Page("/targets/new", ("Input.Indicator", "arrived-funds"), ("Input.Unit", "west"), ("Input.Year", TargetScene.Year()), ("Input.SetBy", "Province"), ("Input.Value", 100), ("Input.Source", Scene.Fresh()))))
            { Wrong = ("Input.Year", 99), Other = ("Input.Value", 101) },
        new("POST /targets/sheet", "reviewer", _ => Now(Page($"/targets/sheet?unit=city&setBy=City&year={TargetScene.Year()}", ("Input.Cells[west/arrived-funds]", 100), ("Input.Source", "文1号")))) { Wrong = ("Input.Source", Long), Other = ("Input.Cells[west/arrived-funds]", 101) },
        new("POST /targets/{id:guid}?handler=Revise", "reviewer", async scene => Page($"/targets/{await scene.Set()}?handler=Revise", ("Input.Value", 200), ("Input.Stretch", 210), ("Input.Source", "文2号"), ("Input.Reason", "调整"), ("version", 1)))
            { Wrong = ("Input.Reason", Long), Other = ("Input.Value", 201), Changes = true },
        new("POST /targets/{id:guid}?handler=Withdraw", "reviewer", async scene => Page($"/targets/{await scene.Set()}?handler=Withdraw", ("Withdrawal.Source", "文2号"), ("Withdrawal.Reason", "误下"), ("version", 1)))
            { Wrong = ("Withdrawal.Reason", Long), Other = ("Withdrawal.Reason", "另有原因") },
        new("POST /api/targets/{id:guid}/withdrawal", "reviewer", async scene => Api("POST", $"/api/targets/{await scene.Set()}/withdrawal", ("source", "文2号"), ("reason", "误下")) with { Version = 1 }) { Wrong = ("reason", Long), Other = ("reason", "另有原因"), Changes = true },
        new("POST /campaigns/new", "reviewer", _ => Now(Page("/campaigns/new", ("Input.Name", Scene.Fresh()), ("Input.Unit", "city"), ("Input.FromMonth", "2026-01"), ("Input.ToMonth", "2026-03"), ("Input.Indicators", "arrived-funds"))))
            { Wrong = ("Input.Name", Long), Other = ("Input.ToMonth", "2026-04") },
        new("POST /campaigns/{id:guid}?handler=Assign", "reviewer", async scene => Page($"/campaigns/{await scene.Campaign()}?handler=Assign", ("Input.Cells[east/arrived-funds]", 100), ("version", 1))) { Wrong = ("version", "x"), Other = ("Input.Cells[east/arrived-funds]", 101) },
        new("POST /campaigns/{id:guid}?handler=Conclude", "reviewer", async scene => Page($"/campaigns/{await scene.Campaign()}?handler=Conclude", ("day", "2024-03-31"), ("version", 1))) { Wrong = ("version", "x"), Other = ("day", "2024-04-01") },
        new("POST /api/campaigns", "reviewer", _ => Now(Api("POST", "/api/campaigns", ("name", Scene.Fresh()), ("unit", "city"), ("fromMonth", "2026-01"), ("toMonth", "2026-03"), ("indicators", new[] { "arrived-funds" }), ("document", "文3号"), ("ranked", false))))
            { Wrong = ("name", Long), Other = ("toMonth", "2026-04") },
        new("PUT /api/campaigns/{id:guid}", "reviewer", async scene => Api("PUT", $"/api/campaigns/{await scene.Campaign()}", ("name", Scene.Fresh()), ("unit", "city"), ("fromMonth", "2024-01"), ("toMonth", "2024-04"), ("indicators", new[] { "arrived-funds" }), ("document", "文3号"), ("ranked", false)) with { Version = 1 })
            { Wrong = ("name", Long), Other = ("toMonth", "2024-05"), Changes = true },
        new("PUT /api/campaigns/{id:guid}/tasks", "reviewer", async scene => Api("PUT", $"/api/campaigns/{await scene.Campaign()}/tasks", ("cells", new Dictionary<string, string> { ["east/arrived-funds"] = "100" })) with { Version = 1 })
            { Other = ("cells", new Dictionary<string, string> { ["east/arrived-funds"] = "101" }), Changes = true },
        new("POST /api/campaigns/{id:guid}/conclusion", "reviewer", async scene => Api("POST", $"/api/campaigns/{await scene.Campaign()}/conclusion", ("asOf", "2024-03-31")) with { Version = 1 }) { Other = ("asOf", "2024-04-01"), Changes = true },
    ];
}

/// <summary>Fresh targets of the eastern park and campaigns of the city.</summary>
internal static class TargetScene
{
    private static int made;

    /// <summary>A year in which nothing of this kind is set.</summary>
    public static int Year() => 1991 + Interlocked.Increment(ref made) % 109;

    /// <summary>A target of the park, at version 1: 100 on one of several indicators that no other example uses.</summary>
    public static Task<Guid> Set(this Scene scene)
    {
        var number = Interlocked.Increment(ref made);
        return scene.Made(async services => (await services.GetRequiredService<SetTarget>().Add(new TargetInput
        {
            Indicator = new[] { "started-amount", "fixed-asset-investment", "formed-investment", "performing-amount" }[number / 109 % 4], Unit = "east-park", Year = 1991 + number % 109, Value = 100, Source = "文1号",
        })).Id);
    }

    /// <summary>A campaign of the city in the first quarter of 2024, at version 1.</summary>
    public static Task<Guid> Campaign(this Scene scene) => scene.Made(async services => (await services.GetRequiredService<RunCampaign>().Call(
        new CampaignInput { Name = Scene.Fresh(), Unit = "city", FromMonth = "2024-01", ToMonth = "2024-03", Indicators = ["arrived-funds"] })).Id);
}
