using Bridgehead.Features.Closing;
using Bridgehead.Features.Ledger;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Closing;

/// <summary>Examples of every way to close a month and to judge evidence. The months lie long before anything else the tests write, one after another.</summary>
internal sealed class ClosingExamples : Examples
{
    /// <inheritdoc />
    public override IEnumerable<Write> Writes =>
    [
        new("POST /figures/close", "reviewer", async scene => Page("/figures/close", ("Input.Month", await Next(scene)), ("Input.Note", "说明"), ("Input.Confirm", "市局审核"))) { Wrong = ("Input.Note", Long), Other = ("Input.Note", "另一说明") },
        new("POST /api/closes", "reviewer", async scene => Api("POST", "/api/closes", ("month", await Next(scene)), ("note", "说明"), ("confirm", "市局审核"))) { Wrong = ("note", Long), Other = ("note", "另一说明") },
        new("POST /evidence/{id:guid}/tier", "auditor", async scene => Page($"/evidence/{await Evidence(scene)}/tier", ("Input.To", "Audited"), ("Input.Source", "Audit"), ("Input.Basis", "审计报告"), ("Input.Version", 1)))
            { Wrong = ("Input.Basis", Long), Other = ("Input.Basis", "另一报告"), Changes = true },
        new("POST /api/evidence/{id:guid}/tier", "reviewer", async scene => Api("POST", $"/api/evidence/{await Evidence(scene)}/tier", ("to", "CrossChecked"), ("source", "Tax"), ("basis", "税务回函")) with { Version = 1 })
            { Wrong = ("basis", Long), Other = ("basis", "另一回函"), Changes = true },
    ];

    /// <summary>Evidence of the eastern district, at version 1, with an entry.</summary>
    private static async Task<Guid> Evidence(Scene scene) => await scene.Made(async services =>
        (await LedgerScene.Enter(services, "east", new DateOnly(2026, 1, 15), 100_00, EvidenceKind.Declaration)).EvidenceId);

    private static async Task<string> Next(Scene scene)
    {
        var month = "1995-01";
        await scene.Made(async services =>
        {
            if (await services.GetRequiredService<BridgeheadDb>().Set<MonthClose>().AnyAsync()) month = Months.Text(await services.GetRequiredService<CloseBooks>().Next());
            return Guid.Empty;
        });
        return month;
    }
}
