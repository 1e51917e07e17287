using Bridgehead.Features.Funds;
using Bridgehead.Features.Funds.Reading;
using Bridgehead.Features.Funds.Recognition;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Funds;

/// <summary>Examples of every way to change a voucher, its rules and rates.</summary>
internal sealed class FundsExamples : Examples
{
    /// <inheritdoc />
    public override IEnumerable<Write> Writes =>
    [
        new("POST /funds/new", "district-clerk", async scene => Page("/funds/new", ("ProjectName", await Number(scene, await Project(scene)))) with { File = ("Files", "发票.xml", Invoice()) }) { Wrong = ("ProjectName", Long) },
        new("POST /funds/vouchers/{id:guid}", "district-clerk", async scene => { var v = await Draft(scene); return Page($"/funds/vouchers/{v}", [.. Form(v), ("Input.ProjectId", await ProjectOf(scene, v)), ("Input.Remark", "更正"), ("Input.Version", await Version(scene, v))]); })
            { Wrong = ("Input.Remark", Long), Other = ("Input.Remark", "另一更正"), Changes = true },
        new("POST /funds/vouchers/{id:guid}?handler=Allocate", "district-clerk", async scene => { var v = await Draft(scene); return Page($"/funds/vouchers/{v}?handler=Allocate", ("project", await ProjectOf(scene, v)), ("amount", 1000), ("version", await Version(scene, v))); })
            { Wrong = ("amount", -1), Other = ("amount", 2000), Changes = true },
        new("POST /funds/vouchers/{id:guid}?handler=Piece", "district-clerk", async scene => { var v = await Draft(scene); return Page($"/funds/vouchers/{v}?handler=Piece", ("piece", await Piece(scene, v)), ("away", "false"), ("version", await Version(scene, v))); })
            { Wrong = ("piece", "x"), Changes = true },
        new("POST /funds/vouchers/{id:guid}?handler=Submit", "district-clerk", async scene => { var v = await Draft(scene); return Page($"/funds/vouchers/{v}?handler=Submit", ("version", await Version(scene, v))); }) { Wrong = ("version", "x"), Changes = true },
        new("POST /funds/vouchers/{id:guid}?handler=Discard", "district-clerk", async scene => { var v = await Draft(scene); return Page($"/funds/vouchers/{v}?handler=Discard", ("version", await Version(scene, v))); }) { Wrong = ("version", "x"), Changes = true },
        new("POST /funds/vouchers/{id:guid}?handler=Revoke", "reviewer", async scene => { var v = await Recognised(scene); return Page($"/funds/vouchers/{v}?handler=Revoke", ("reason", "Other"), ("bring", "核查不实"), ("confirm", "市局审核"), ("version", await Version(scene, v))); })
            { Wrong = ("bring", Long), Other = ("bring", "另有原因"), Changes = true },
        new("POST /funds/review", "district-reviewer", async scene => { var v = await Submitted(scene); return Page("/funds/review", ("voucher", v), ("version", await Version(scene, v)), ("Input.Accept", "false"), ("Input.Reason", "Other"), ("Input.Bring", "补件")); })
            { Wrong = ("Input.Bring", Long), Other = ("Input.Bring", "另补"), Changes = true },
        new("POST /funds/rules", "reviewer", async scene => Page("/funds/rules", ("Input.SamplePercent", 100), ("Input.AlwaysFromWan", 0), ("Input.RoundTripDays", 40 + Interlocked.Increment(ref days) % 3000), ("Input.RatePolicy", "ArrivalDay"), ("Input.NeedSet", "true"), ("Input.Version", await RulesVersion(scene)))) { Wrong = ("Input.SamplePercent", 101), Other = ("Input.RoundTripDays", 3400), Changes = true },
        new("POST /funds/rates", "reviewer", _ => Now(Page("/funds/rates", ("Input.Lines", Line()), ("Input.Source", "测试")))) { Wrong = ("Input.Source", Long), Other = ("Input.Source", "另一来源"), Repeats = true },
        new("POST /projects/{id:guid}/money?handler=Affiliate", "reviewer", async scene => Page($"/projects/{await Project(scene)}/money?handler=Affiliate", ("name", Scene.Fresh()), ("basis", "控股母公司"))) { Wrong = ("name", Long), Other = ("basis", "另一依据") },
        new("POST /api/vouchers", "district-clerk", async scene => Api("POST", $"/api/vouchers?project={await Project(scene)}") with { File = ("file", "发票.xml", Invoice()) }),
        new("PUT /api/vouchers/{id:guid}", "district-clerk", async scene => { var v = await Draft(scene); return Api("PUT", $"/api/vouchers/{v}", [("kind", "CapitalSlip"), ("projectId", await ProjectOf(scene, v)), ("number", Scene.Fresh()), ("net", 20000), ("remark", "更正")]) with { Version = await Version(scene, v) }; })
            { Wrong = ("remark", Long), Other = ("remark", "另一更正"), Changes = true },
        new("POST /api/vouchers/{id:guid}/allocations", "district-clerk", async scene => { var v = await Draft(scene); return Api("POST", $"/api/vouchers/{v}/allocations", ("projectId", await ProjectOf(scene, v)), ("amountYuan", 1000)) with { Version = await Version(scene, v) }; })
            { Wrong = ("amountYuan", -1), Other = ("amountYuan", 2000), Changes = true },
        new("POST /api/vouchers/{id:guid}/pieces", "district-clerk", async scene => { var v = await Draft(scene); return Api("POST", $"/api/vouchers/{v}/pieces", ("pieceId", await Piece(scene, v)), ("away", false)) with { Version = await Version(scene, v) }; }) { Changes = true },
        new("POST /api/vouchers/{id:guid}/submission", "district-clerk", async scene => { var v = await Draft(scene); return Api("POST", $"/api/vouchers/{v}/submission") with { Version = await Version(scene, v) }; }) { Changes = true },
        new("DELETE /api/vouchers/{id:guid}", "district-clerk", async scene => { var v = await Draft(scene); return Api("DELETE", $"/api/vouchers/{v}") with { Version = await Version(scene, v) }; }) { Changes = true },
        new("POST /api/vouchers/{id:guid}/decision", "district-reviewer", async scene => { var v = await Submitted(scene); return Api("POST", $"/api/vouchers/{v}/decision", ("accept", false), ("reason", "Other"), ("bring", "补件")) with { Version = await Version(scene, v) }; })
            { Wrong = ("bring", Long), Other = ("bring", "另补"), Changes = true },
        new("POST /api/vouchers/{id:guid}/revocation", "reviewer", async scene => { var v = await Recognised(scene); return Api("POST", $"/api/vouchers/{v}/revocation", ("reason", "Other"), ("bring", "核查不实"), ("confirm", "市局审核")) with { Version = await Version(scene, v) }; })
            { Wrong = ("bring", Long), Other = ("bring", "另有原因"), Changes = true },
        new("POST /api/rates", "reviewer", _ => Now(Api("POST", "/api/rates", ("lines", Line()), ("source", "测试")))) { Wrong = ("source", Long), Other = ("source", "另一来源"), Repeats = true },
    ];

    private static int days;

    private static string Line() => $"{new DateOnly(2001, 1, 1).AddDays(Interlocked.Increment(ref days)):yyyy-MM-dd},USD,7.1021";

    private static byte[] Invoice() => VoucherFiles.Xml(new VoucherFiles.Invoice { Number = FundsScene.FreshNumber() });

    private static (string, object)[] Form(Guid _) => [("Input.Kind", "CapitalSlip"), ("Input.Number", Scene.Fresh()), ("Input.IssuedOn", "2026-03-18"), ("Input.Buyer", FundsScene.Company), ("Input.Net", 20000), ("Input.Gross", 20000), ("Input.Currency", "CNY")];

    private static Task<Guid> Project(Scene scene) => scene.Made(async services =>
    {
        var owner = await services.GetRequiredService<BridgeheadDb>().Set<Unit>().SingleAsync(u => u.Code == "east");
        return (await services.GetRequiredService<OpenProject>().Run(new ProjectFacts { Name = Scene.Fresh(), UnitId = owner.Id, Investor = "投资方", Company = FundsScene.Company, Origin = Origin.OtherCity, Branch = Branch.Secondary, Amount = Money.FromYi(1), SignedOn = new DateOnly(2026, 1, 10) }, Stage.Called("registered")!)).Id;
    });

    private static async Task<string> Number(Scene scene, Guid project)
    {
        var number = "";
        await scene.Made(async services => { number = await services.GetRequiredService<BridgeheadDb>().Set<Project>().Where(p => p.Id == project).Select(p => p.Number).SingleAsync(); return project; });
        return number;
    }

    /// <summary>A bank slip of the eastern district, complete, with nothing set aside yet.</summary>
    private static async Task<Guid> Draft(Scene scene)
    {
        var project = await Project(scene);
        return await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            var unit = await db.Set<Project>().Where(p => p.Id == project).Select(p => p.UnitId).SingleAsync();
            var voucher = new Voucher(unit, project, null, "某", DateTime.UtcNow);
            voucher.KeepReading(DocumentKind.Other, new KeptReading().Write());
            voucher.Restate(new VoucherFacts { Kind = VoucherKind.CapitalSlip, Number = Scene.Fresh(), IssuedOn = new DateOnly(2026, 3, 18), Buyer = FundsScene.Company, Seller = "投资方", Net = Money.FromYuan(10_000), Gross = Money.FromYuan(10_000) }, null, null);
            db.Add(voucher);
            await db.SaveChangesAsync();
            return voucher.Id;
        });
    }

    private static Task<Guid> Piece(Scene scene, Guid voucher) => scene.Made(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var subject = await db.Set<Voucher>().SingleAsync(v => v.Id == voucher);
        var piece = new Voucher(subject.UnitId, subject.ProjectId, null, "某", DateTime.UtcNow);
        piece.Restate(new VoucherFacts { Kind = VoucherKind.Contract, Number = Scene.Fresh(), Net = Money.FromWan(1), Gross = Money.FromWan(1) }, null, null);
        db.Add(piece);
        await db.SaveChangesAsync();
        return piece.Id;
    });

    private static async Task<Guid> Submitted(Scene scene)
    {
        var draft = await Draft(scene);
        return await scene.Made(async services =>
        {
            await services.GetRequiredService<ReviewVoucher>().Submit(await services.GetRequiredService<BridgeheadDb>().Set<Voucher>().SingleAsync(v => v.Id == draft));
            return draft;
        });
    }

    private static async Task<Guid> Recognised(Scene scene)
    {
        var submitted = await Submitted(scene);
        return await scene.Made(async services =>
        {
            var review = services.GetRequiredService<ReviewVoucher>();
            var voucher = await services.GetRequiredService<BridgeheadDb>().Set<Voucher>().SingleAsync(v => v.Id == submitted);
            await review.Decide(voucher, new VoucherDecisionInput { Accept = true });
            if (voucher.State == VoucherState.Accepted) await review.Decide(voucher, new VoucherDecisionInput { Accept = true });
            return submitted;
        });
    }

    private static async Task<Guid> ProjectOf(Scene scene, Guid voucher) => await scene.Made(async services => (await services.GetRequiredService<BridgeheadDb>().Set<Voucher>().Where(v => v.Id == voucher).Select(v => v.ProjectId).SingleAsync())!.Value);

    private static async Task<long> Version(Scene scene, Guid voucher)
    {
        var version = 0L;
        await scene.Made(async services => { version = await services.GetRequiredService<BridgeheadDb>().Set<Voucher>().Where(v => v.Id == voucher).Select(v => v.Version).SingleAsync(); return voucher; });
        return version;
    }

    private static async Task<long> RulesVersion(Scene scene)
    {
        var version = 0L;
        await scene.Made(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            if (await db.Set<FundsRules>().FirstOrDefaultAsync() is not { } rules) db.Add(rules = new FundsRules());
            await db.SaveChangesAsync();
            version = rules.Version;
            return rules.Id;
        });
        return version;
    }
}
