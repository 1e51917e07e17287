using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Targets;

/// <summary>Calls campaigns, sets their tasks, and freezes their standing; the same for page and API. Every figure comes from the ledger.</summary>
public sealed class RunCampaign(BridgeheadDb db, Figures figures, FindCampaigns find, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Calls one. Refused for a unit out of scope, an unknown indicator, or a name the unit has used before.</summary>
    public async Task<Campaign> Call(CampaignInput input, CancellationToken cancel = default)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", "Unit");
        var facts = Facts(input);
        var known = (await figures.Current(Months.LastDay(facts.Span.To), cancel)).Select(i => i.Code).ToHashSet();
        Refusal.Unless(input.Indicators.TrueForAll(code => code is not null && known.Contains(code)), $"所选指标中有系统里没有的，可在“指标”中新增", "Indicators");
        await RefuseTaken(unit!.Id, null, facts.Name, cancel);
        var campaign = new Campaign(unit.Id, facts, input.Indicators);
        db.Add(campaign);
        await db.SaveChangesAsync(cancel);
        return campaign;
    }

    /// <summary>Says anew what it is called and when it runs; its unit and indicators stay.</summary>
    public async Task Change(Campaign campaign, CampaignInput input, CancellationToken cancel = default)
    {
        var facts = Facts(input);
        await RefuseTaken(campaign.UnitId, campaign.Id, facts.Name, cancel);
        campaign.Describe(facts);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Sets the tasks that are named; an empty cell takes one away. Refused once it is concluded.</summary>
    public async Task Assign(CampaignStanding standing, CampaignTasksInput input, CancellationToken cancel = default)
    {
        Refusal.When(standing.Campaign.ConcludedAsOf is not null, $"“{standing.Campaign.Name}”已经结束并封存，不能再改");
        var id = standing.Campaign.Id;
        var tasks = await db.Set<CampaignTask>().Where(t => t.CampaignId == id).ToDictionaryAsync(t => (t.UnitId, t.IndicatorId), cancel);
        foreach (var unit in standing.Units)
            foreach (var indicator in standing.Indicators)
            {
                var cell = TargetSheet.Cell(unit, indicator);
                if (!input.Cells.TryGetValue(cell, out var typed)) continue;
                var (value, task) = (TargetNumber.Read(typed, indicator, $"Cells[{cell}]"), tasks.GetValueOrDefault((unit.Id, indicator.Id)));
                if (value is null) { if (task is not null) db.Remove(task); }
                else if (task is null) db.Add(new CampaignTask(id, unit.Id, indicator.Id, value.Value));
                else task.Change(value.Value);
            }
        // written with its tasks, so that nobody sets them over what another set in between
        db.Entry(standing.Campaign).State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Freezes the standing as of a day.</summary>
    public async Task Conclude(Campaign campaign, CampaignConclusionInput input, CancellationToken cancel = default)
    {
        var standing = await find.Standing(campaign, input.AsOf, cancel);
        campaign.Conclude(input.AsOf!.Value, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8)), asker.Name);
        foreach (var task in await db.Set<CampaignTask>().Where(t => t.CampaignId == campaign.Id).ToListAsync(cancel))
            task.Freeze(standing.Cells.GetValueOrDefault((task.UnitId, task.IndicatorId))?.Reached);
        await db.SaveChangesAsync(cancel);
    }

    private static CampaignFacts Facts(CampaignInput input) => new(input.Name, Months.Read(input.FromMonth, input.ToMonth), input.Document ?? "", input.Ranked);

    private async Task RefuseTaken(Guid unit, Guid? but, string name, CancellationToken cancel)
    {
        var wanted = name.Trim();
        Refusal.When(await db.Set<Campaign>().AnyAsync(c => c.UnitId == unit && c.Name == wanted && c.Id != but, cancel), $"已有同名的攻坚行动“{wanted}”，请换一个名称", "Name");
    }
}
