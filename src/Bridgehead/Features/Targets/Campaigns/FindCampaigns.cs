using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Targets;

/// <summary>Which campaigns are looked for.</summary>
public sealed class CampaignQuery
{
    /// <summary>The cursor: next of the page before.</summary>
    [MaxLength(40)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>Finds campaigns and says how they stand. A unit sees the campaigns of the units above it, and in them only what its scope covers.</summary>
public sealed class FindCampaigns(BridgeheadDb db, Figures figures, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>One page, the latest called first, and where the next begins.</summary>
    public async Task<(IReadOnlyList<(Campaign Campaign, Unit Caller)> Rows, string? Next)> Page(CampaignQuery query, CancellationToken cancel = default)
    {
        var (size, callers) = (Listed.Size(query.Limit), await Callers(cancel));
        var ids = callers.Keys.ToList();
        var campaigns = db.Set<Campaign>().AsNoTracking().Where(c => ids.Contains(c.UnitId));
        if (Listed.Identity(query.After) is { } after) campaigns = campaigns.Where(c => c.Id.CompareTo(after) < 0);
        var rows = await campaigns.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(cancel);
        return ([.. rows.Take(size).Select(c => (c, callers[c.UnitId]))], rows.Count > size ? rows[size - 1].Id.ToString() : null);
    }

    /// <summary>One campaign, ready to be changed; null when it is not there or no business of the asker.</summary>
    public async Task<Campaign?> Find(Guid id, CancellationToken cancel = default)
    {
        var callers = (await Callers(cancel)).Keys.ToList();
        return await db.Set<Campaign>().FirstOrDefaultAsync(c => c.Id == id && callers.Contains(c.UnitId), cancel);
    }

    /// <summary>Whether the asker may run it: it was called by a unit in scope.</summary>
    public async Task<bool> MayRun(Campaign campaign, CancellationToken cancel = default) => await scope.Find(campaign.UnitId, cancel) is not null;

    /// <summary>How it stands: as of a day, today when null; once concluded, as it was frozen.</summary>
    public async Task<CampaignStanding> Standing(Campaign campaign, DateOnly? asOf, CancellationToken cancel = default)
    {
        var caller = (await Callers(cancel))[campaign.UnitId];
        var seen = (await scope.All(cancel)).Where(u => u.ParentId == caller.Id).ToDictionary(u => u.Id);
        var current = (await figures.Current(Months.LastDay(campaign.ToMonth), cancel)).ToDictionary(i => i.Code);
        var indicators = campaign.Codes.Where(current.ContainsKey).Select(c => current[c]).ToList();
        var tasks = (await db.Set<CampaignTask>().AsNoTracking().Where(t => t.CampaignId == campaign.Id).ToListAsync(cancel)).Where(t => seen.ContainsKey(t.UnitId)).ToList();
        var withTask = tasks.Select(t => t.UnitId).ToHashSet();
        var units = seen.Values.Where(u => u.Kind is UnitKind.District or UnitKind.Park or UnitKind.Outpost || withTask.Contains(u.Id)).OrderBy(u => u.Order).ThenBy(u => u.Code, StringComparer.Ordinal).ToList();
        var day = campaign.ConcludedAsOf ?? asOf ?? Today;
        var cells = new Dictionary<(Guid, Guid), CampaignCell>();
        foreach (var indicator in indicators)
        {
            var own = tasks.Where(t => t.IndicatorId == indicator.Id).ToList();
            var reached = own.Count == 0 || campaign.ConcludedAsOf is not null ? [] : await Reached(indicator, [.. own.Select(t => seen[t.UnitId])], campaign.Span, day < Today ? day : null, cancel);
            foreach (var task in own) cells[(task.UnitId, task.IndicatorId)] = new CampaignCell(task.Value, campaign.ConcludedAsOf is null ? reached.GetValueOrDefault(task.UnitId) : task.Reached);
        }
        return new CampaignStanding(campaign, caller, indicators, units, cells, day);
    }

    private async Task<Dictionary<Guid, long?>> Reached(Indicator indicator, IReadOnlyList<Unit> units, Months span, DateOnly? asOf, CancellationToken cancel)
    {
        var reached = new Dictionary<Guid, long?>();
        // the units of one caller in one read where the asker sees the caller, else one by one
        if (units[0].ParentId is { } above && await scope.Find(above, cancel) is { } caller)
        {
            var parts = (await figures.Answer(new FigureQuestion(indicator, caller, span) { ByUnit = true, AsOf = asOf }, cancel)).Parts.ToDictionary(p => p.Key, p => p.Value);
            foreach (var unit in units) reached[unit.Id] = parts.GetValueOrDefault(unit.Code);
            return reached;
        }
        foreach (var unit in units) reached[unit.Id] = (await figures.Answer(new FigureQuestion(indicator, unit, span) { AsOf = asOf }, cancel)).Whole.Value;
        return reached;
    }

    // the units in scope and those above them: a district sees what the city has called
    private async Task<Dictionary<Guid, Unit>> Callers(CancellationToken cancel)
    {
        var callers = (await scope.All(cancel)).ToDictionary(u => u.Id);
        if (asker.ScopePath is not { } root || callers.Count == 0) return [];
        var above = root.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(new List<string> { "/" }, (paths, code) => [.. paths, paths[^1] + code + "/"]);
        foreach (var unit in await db.Set<Unit>().AsNoTracking().Where(u => above.Contains(u.Path)).ToListAsync(cancel)) callers[unit.Id] = unit;
        return callers;
    }
}
