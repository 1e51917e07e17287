using Bridgehead.Features.Agreements;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Agreements;

/// <summary>An example of every way to change an agreement or a promise.</summary>
internal sealed class AgreementExamples : Examples
{
    public override IEnumerable<Write> Writes =>
    [
        new("POST /projects/{id:guid}/agreement/new", "district-clerk", async scene => Page($"/projects/{await scene.Project()}/agreement/new", ("Input.Kind", "Investment"), ("Input.Government", "东江区"), ("Input.Enterprise", "某公司")))
            { Wrong = ("Input.Number", Long), Other = ("Input.Enterprise", "另一家"), Repeats = true },
        new("POST /agreements/{id:guid}?handler=Change", "district-clerk", async scene => Page($"/agreements/{await scene.Agreement()}?handler=Change", ("Input.Kind", "Investment"), ("Input.Government", "东江区"), ("Input.Enterprise", Scene.Fresh()), ("Input.Version", 1)))
            { Wrong = ("Input.Number", Long), Other = ("Input.Enterprise", "另一家"), Changes = true },
        new("POST /agreements/{id:guid}?handler=Drop", "district-clerk", async scene =>
        {
            var (agreement, promise) = await scene.DraftedPromise();
            return Page($"/agreements/{agreement}?handler=Drop", ("promise", promise), ("version", 1));
        }) { Wrong = ("version", "x") },
        new("POST /agreements/{id:guid}?handler=Sign", "district-clerk", async scene => Page($"/agreements/{await scene.Agreement()}?handler=Sign", ("signedOn", "2024-03-01"), ("version", 1))) { Wrong = ("version", "x"), Other = ("signedOn", "2024-03-02") },
        new("POST /agreements/{id:guid}?handler=Supplement", "district-clerk", async scene => Page($"/agreements/{await scene.Signed()}?handler=Supplement", ("number", Scene.Fresh()))) { Wrong = ("number", Long), Other = ("number", "补2") },
        new("POST /agreements/{id:guid}?handler=Discard", "district-clerk", async scene => Page($"/agreements/{await scene.Agreement()}?handler=Discard", ("version", 1))) { Wrong = ("version", "x") },
        new("POST /agreements/{id:guid}?handler=Attach", "district-clerk", async scene => Page($"/agreements/{await scene.Agreement()}?handler=Attach") with { File = ("file", "协议.pdf", Scene.Pdf()) }) { Repeats = true },
        new("POST /agreements/{id:guid}/promise/{promise:guid?}", "district-clerk", async scene => Page($"/agreements/{await scene.Agreement()}/promise", ("Input.Kind", "jobs"), ("Input.Promised", 100), ("Input.DueOn", "2026-12-31")))
            { Wrong = ("Input.Note", Long), Other = ("Input.Promised", 200), Repeats = true },
        new("POST /promises/{id:guid}?handler=Record", "district-clerk", async scene => Page($"/promises/{await scene.StandingPromise()}?handler=Record", ("Input.On", "2024-06-01"), ("Input.Reached", 10), ("Input.Document", "回单")))
            { Wrong = ("Input.Document", Long), Other = ("Input.Reached", 20), Repeats = true },
        new("POST /promises/{id:guid}?handler=Withdraw", "district-clerk", async scene =>
        {
            var (line, record) = await scene.Recorded();
            return Page($"/promises/{line}?handler=Withdraw", ("fulfilment", record), ("version", 1), ("reason", "重复"));
        }) { Wrong = ("version", "x"), Other = ("reason", "另有原因") },
        new("POST /promises/{id:guid}?handler=Ask", "district-clerk", async scene => Page($"/promises/{await scene.StandingPromise()}?handler=Ask", ("reason", "规划调整"), ("version", 1))) { Wrong = ("reason", Long), Other = ("reason", "另有原因") },
        new("POST /promises/{id:guid}?handler=Decide", "district-reviewer", async scene => Page($"/promises/{await scene.StandingPromise(asked: true)}?handler=Decide", ("grant", "true"), ("version", 1))) { Wrong = ("version", "x"), Other = ("grant", "false") },
        .. OfTheApi(),
    ];

    private static IEnumerable<Write> OfTheApi() =>
    [
        new("POST /api/projects/{id:guid}/agreements", "district-clerk", async scene => Api("POST", $"/api/projects/{await scene.Project()}/agreements", ("kind", "Investment"), ("government", "东江区"), ("enterprise", "某公司")))
            { Wrong = ("number", Long), Other = ("enterprise", "另一家"), Repeats = true },
        new("PUT /api/agreements/{id:guid}", "district-clerk", async scene => Api("PUT", $"/api/agreements/{await scene.Agreement()}", ("kind", "Investment"), ("government", "东江区"), ("enterprise", Scene.Fresh())) with { Version = 1 })
            { Wrong = ("number", Long), Other = ("enterprise", "另一家"), Changes = true },
        new("DELETE /api/agreements/{id:guid}", "district-clerk", async scene => Api("DELETE", $"/api/agreements/{await scene.Agreement()}") with { Version = 1 }) { Changes = true },
        new("POST /api/agreements/{id:guid}/signature", "district-clerk", async scene => Api("POST", $"/api/agreements/{await scene.Agreement()}/signature", ("signedOn", "2024-03-01")) with { Version = 1 }) { Other = ("signedOn", "2024-03-02"), Changes = true },
        new("POST /api/agreements/{id:guid}/supplement", "district-clerk", async scene => Api("POST", $"/api/agreements/{await scene.Signed()}/supplement", ("number", Scene.Fresh()))) { Wrong = ("number", Long), Other = ("number", "补2") },
        new("POST /api/agreements/{id:guid}/promises", "district-clerk", async scene => Api("POST", $"/api/agreements/{await scene.Agreement()}/promises", ("kind", "jobs"), ("promised", "100"), ("dueOn", "2026-12-31")))
            { Wrong = ("note", Long), Other = ("promised", "200"), Repeats = true },
        new("PUT /api/agreements/{id:guid}/promises/{promise:guid}", "district-clerk", async scene =>
        {
            var (agreement, promise) = await scene.DraftedPromise();
            return Api("PUT", $"/api/agreements/{agreement}/promises/{promise}", ("kind", "investment"), ("promised", "100"), ("dueOn", "2026-12-31")) with { Version = 1 };
        }) { Wrong = ("note", Long), Other = ("promised", "200"), Changes = true },
        new("DELETE /api/agreements/{id:guid}/promises/{promise:guid}", "district-clerk", async scene =>
        {
            var (agreement, promise) = await scene.DraftedPromise();
            return Api("DELETE", $"/api/agreements/{agreement}/promises/{promise}") with { Version = 1 };
        }) { Changes = true },
        new("POST /api/promises/{id:guid}/fulfilments", "district-clerk", async scene => Api("POST", $"/api/promises/{await scene.StandingPromise()}/fulfilments", ("on", "2024-06-01"), ("reached", "10"), ("document", "回单")))
            { Wrong = ("document", Long), Other = ("reached", "20"), Repeats = true },
        new("POST /api/promises/{id:guid}/fulfilments/{fulfilment:guid}/withdrawal", "district-clerk", async scene =>
        {
            var (line, record) = await scene.Recorded();
            return Api("POST", $"/api/promises/{line}/fulfilments/{record}/withdrawal", ("reason", "重复")) with { Version = 1 };
        }) { Wrong = ("reason", Long), Other = ("reason", "另有原因") },
        new("POST /api/promises/{id:guid}/waiver", "district-clerk", async scene => Api("POST", $"/api/promises/{await scene.StandingPromise()}/waiver", ("reason", "规划调整")) with { Version = 1 }) { Wrong = ("reason", Long), Other = ("reason", "另有原因") },
        new("POST /api/promises/{id:guid}/waiver/decision", "district-reviewer", async scene => Api("POST", $"/api/promises/{await scene.StandingPromise(asked: true)}/waiver/decision", ("grant", true)) with { Version = 1 }) { Other = ("grant", false) },
    ];
}

/// <summary>Fresh agreements and promises of the eastern district.</summary>
internal static class AgreementScene
{
    /// <summary>A draft with one promise, at version 1.</summary>
    public static async Task<Guid> Agreement(this Scene scene) => (await scene.DraftedPromise()).Agreement;

    /// <summary>A draft and its promise, both at version 1.</summary>
    public static async Task<(Guid Agreement, Guid Promise)> DraftedPromise(this Scene scene)
    {
        var (project, promise) = (await scene.Project(), Guid.Empty);
        var agreement = await scene.Made(async services =>
        {
            var (made, first, _) = await New(services, project);
            promise = first.Id;
            return made.Id;
        });
        return (agreement, promise);
    }

    /// <summary>A signed agreement.</summary>
    public static async Task<Guid> Signed(this Scene scene)
    {
        var line = await scene.StandingPromise();
        return await scene.Made(async services => await services.GetRequiredService<BridgeheadDb>().Set<StandingPromise>().Where(s => s.Id == line).Select(s => s.AgreementId).SingleAsync());
    }

    /// <summary>An investment of 5000 万元 promised by the end of 2025, in force since March 2024, at version 1; with a waiver asked for by nobody who tests.</summary>
    public static async Task<Guid> StandingPromise(this Scene scene, bool asked = false)
    {
        var project = await scene.Project();
        return await scene.Made(async services =>
        {
            var (agreement, promise, db) = await New(services, project);
            agreement.Sign(new DateOnly(2024, 3, 1), null, new DateOnly(2024, 3, 1), "周");
            var standing = new StandingPromise(promise, new DateOnly(2024, 3, 1));
            if (asked) standing.AskWaiver("规划调整", Guid.NewGuid(), "周");
            db.Add(standing);
            await db.SaveChangesAsync();
            return standing.Id;
        });
    }

    /// <summary>A promise with one record at version 1.</summary>
    public static async Task<(Guid Line, Guid Record)> Recorded(this Scene scene)
    {
        var line = await scene.StandingPromise();
        return (line, await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var standing = await db.Set<StandingPromise>().SingleAsync(s => s.Id == line);
            return (await services.GetRequiredService<RecordFulfilment>().Run(standing, new FulfilmentInput { On = new DateOnly(2024, 5, 1), Reached = "100", Document = "回单" })).Id;
        }));
    }

    private static async Task<(Agreement, Promise, BridgeheadDb)> New(IServiceProvider services, Guid project)
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var agreement = new Agreement(project, new AgreementFacts { Kind = AgreementKind.Investment, Government = "东江区", Enterprise = "某公司" }, DateTime.UtcNow);
        var promise = new Promise(agreement, new PromiseTerms { Kind = "investment", Target = Money.FromWan(5_000).Fen, DueOn = new DateOnly(2025, 12, 31) }, null, 1);
        agreement.Touch(1, DateTime.UtcNow);
        db.AddRange(agreement, promise);
        await db.SaveChangesAsync();
        return (agreement, promise, db);
    }
}
