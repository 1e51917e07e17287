using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports;

/// <summary>Collects what was done in the span as far as the registers know it: what the outposts brought, how projects moved on, what the parks took in.</summary>
public sealed class CollectActions(BridgeheadDb db, ScopedUnits scope)
{
    private static readonly int Removed = Stage.Called("removed")!.Order;

    /// <summary>The actions of a unit; those that did not happen are left out.</summary>
    /// <param name="unit">The unit reported on.</param>
    /// <param name="register">Its projects the asker may see.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<ActionFact>> Run(Unit unit, IQueryable<Project> register, DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var below = await scope.Under(unit, cancel);
        var signed = register.Where(p => p.SignedOn >= first && p.SignedOn <= last && p.StageOrder != Removed);
        var (actions, address) = (new List<ActionFact>(), $"/projects?year={first.Year}&unit={unit.Code}");
        await Brought(below, signed, address, actions, cancel);
        await Moved(register, first, last, actions, cancel);
        await TakenIn(below, signed, address, actions, cancel);
        return [.. actions.Where(a => a.Count > 0)];
    }

    /// <summary>The outposts, and what was signed of what they brought.</summary>
    private static async Task Brought(IReadOnlyList<Unit> below, IQueryable<Project> signed, string address, List<ActionFact> actions, CancellationToken cancel)
    {
        var outposts = below.Where(u => u.Kind == UnitKind.Outpost).Select(u => u.Id).ToList();
        if (outposts.Count == 0) return;
        var theirs = signed.Where(p => p.SourceUnitId != null && outposts.Contains(p.SourceUnitId.Value));
        var (brought, sources) = (await Sum(theirs, cancel), await theirs.Select(p => p.SourceUnitId).Distinct().CountAsync(cancel));
        const string topic = "抓实驻外招商";
        actions.Add(new ActionFact(topic, "outposts", "有签约成果的驻外机构", sources, MeasureUnit.Piece) { Address = address });
        actions.Add(new ActionFact(topic, "outposts-signed", "引荐签约项目", brought.Count, MeasureUnit.Piece) { Address = address });
        actions.Add(new ActionFact(topic, "outposts-amount", "协议投资额", brought.Fen, MeasureUnit.Yuan) { Address = address });
    }

    /// <summary>How many projects entered each stage from signing on.</summary>
    private async Task Moved(IQueryable<Project> register, DateOnly first, DateOnly last, List<ActionFact> actions, CancellationToken cancel)
    {
        var signedOn = Stage.Called("signed")!.Order;
        var entered = await db.Set<ProjectStep>().Where(s => s.On >= first && s.On <= last && s.To >= signedOn && s.To < Stage.SideOrder && s.To > s.From && s.Kind != StepKind.LateEntry)
            .Join(register, s => s.ProjectId, p => p.Id, (s, _) => new { s.ProjectId, s.To }).Distinct()
            .GroupBy(s => s.To).Select(g => new { Stage = g.Key, Count = g.LongCount() }).OrderBy(g => g.Stage).ToListAsync(cancel);
        foreach (var stage in entered)
            actions.Add(new ActionFact("推动项目落地", $"entered-{Stage.Of(stage.Stage).Code}", $"推动进入{Stage.Of(stage.Stage).Name}阶段的项目", stage.Count, MeasureUnit.Piece) { Address = $"/projects?stage={Stage.Of(stage.Stage).Code}" });
    }

    /// <summary>What was signed into the parks.</summary>
    private static async Task TakenIn(IReadOnlyList<Unit> below, IQueryable<Project> signed, string address, List<ActionFact> actions, CancellationToken cancel)
    {
        var parks = below.Where(u => u.Kind == UnitKind.Park).Select(u => u.Id).ToList();
        var taken = await signed.Where(p => p.ParkId != null && parks.Contains(p.ParkId.Value)).Select(p => p.ParkId!.Value).Distinct().CountAsync(cancel);
        if (taken == 0) return;
        var sum = await Sum(signed.Where(p => p.ParkId != null && parks.Contains(p.ParkId.Value)), cancel);
        const string topic = "强化园区承载";
        actions.Add(new ActionFact(topic, "parks", "承接新签约项目的园区", taken, MeasureUnit.Piece) { Address = address });
        actions.Add(new ActionFact(topic, "parks-signed", "园区承接新签约项目", sum.Count, MeasureUnit.Piece) { Address = address });
        actions.Add(new ActionFact(topic, "parks-amount", "协议投资额", sum.Fen, MeasureUnit.Yuan) { Address = address });
    }

    private static async Task<(long Count, long Fen)> Sum(IQueryable<Project> projects, CancellationToken cancel) =>
        await projects.GroupBy(p => 1).Select(g => new { Count = g.LongCount(), Fen = g.Sum(p => p.AmountFen) }).SingleOrDefaultAsync(cancel) is { } sum ? (sum.Count, sum.Fen) : (0, 0);
}
