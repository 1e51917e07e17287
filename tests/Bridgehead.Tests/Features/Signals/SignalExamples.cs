using Bridgehead.Features.Organisations;
using Bridgehead.Features.Signals;
using Bridgehead.Tests.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Signals;

/// <summary>An example of every way to run the rules, judge what they saw, and set them.</summary>
internal sealed class SignalExamples : Examples
{
    public override IEnumerable<Write> Writes =>
    [
        new("POST /signals?handler=Run", "reviewer", _ => Now(Page("/signals?handler=Run"))) { Repeats = true },
        new("POST /api/signals/runs", "reviewer", _ => Now(Api("POST", "/api/signals/runs"))) { Repeats = true },
        new("POST /signals/{id:guid}?handler=Judge", "auditor", async scene => Page($"/signals/{await scene.Signal()}?handler=Judge", ("Input.Confirmed", "false"), ("Input.Finding", "凭证齐全"), ("version", 1))) { Wrong = ("Input.Finding", Long), Other = ("Input.Finding", "合同齐全"), Changes = true },
        new("POST /api/signals/{id:guid}/judgement", "auditor", async scene => Api("POST", $"/api/signals/{await scene.Signal()}/judgement", ("confirmed", false), ("finding", "凭证齐全")) with { Version = 1 }) { Wrong = ("finding", Long), Other = ("finding", "合同齐全"), Changes = true },
        new("POST /signals/rules", "reviewer", _ => Now(Page("/signals/rules", ("Input.RoundShare", 45), ("Input.Reason", "首轮误报较多")))) { Wrong = ("Input.RoundShare", 101), Other = ("Input.RoundShare", 46), Repeats = true },
        new("POST /signals/rules?handler=Try", "reviewer", _ => Now(Page("/signals/rules?handler=Try", ("Input.RoundShare", 45)))) { Wrong = ("Input.RoundShare", 101), Other = ("Input.RoundShare", 46), Repeats = true },
    ];
}

/// <summary>Fresh signals of the eastern park.</summary>
internal static class SignalScene
{
    /// <summary>A signal nobody has looked at, at version 1.</summary>
    public static Task<Guid> Signal(this Scene scene) => scene.Made(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        var park = await db.Set<Unit>().SingleAsync(u => u.Code == "east-park");
        var signal = new Signal(new Seen(SignalKind.MonthEnd, Scene.Fresh(), park.Id, "2026-01", 80, 20, []), DateTime.UtcNow);
        db.Add(signal);
        await db.SaveChangesAsync();
        return signal.Id;
    });
}
