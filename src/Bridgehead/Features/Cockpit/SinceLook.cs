using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Cockpit;

/// <summary>What one indicator was entered since a person last looked.</summary>
public sealed record EnteredSince(Indicator Indicator, long Value, long Entries);

/// <summary>What changed since a person last looked.</summary>
/// <param name="Since">Since when (UTC).</param>
/// <param name="IsMarked">Whether the person set that moment; otherwise it is a week ago.</param>
/// <param name="Entered">What was entered, by indicator.</param>
/// <param name="Moved">How many steps projects made, counted up to 500.</param>
/// <param name="OnlyLatest">Whether more was entered than is counted here.</param>
public sealed record LookChanges(DateTime Since, bool IsMarked, IReadOnlyList<EnteredSince> Entered, int Moved, bool OnlyLatest);

/// <summary>Tells what changed since a person last looked, and marks it as seen. Reads only what is newest, so it costs the same however much there is.</summary>
public sealed class SinceLook(BridgeheadDb db, Figures figures, ListProjects projects, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>The most entries counted.</summary>
    public const int Most = 2_000;

    /// <summary>What changed for a unit and everything below it.</summary>
    public async Task<LookChanges> Run(Unit unit, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mark = asker.UserId is { } me ? await db.Set<CockpitLook>().AsNoTracking().FirstOrDefaultAsync(l => l.UserId == me, cancel) : null;
        var since = mark?.At ?? now.AddDays(-7);
        var head = await Head(cancel);
        var first = mark?.Sequence ?? await db.Set<LedgerEntry>().Where(e => e.RecordedAt < since).OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync(cancel);
        var (ids, from) = ((await scope.Under(unit, cancel)).Select(u => u.Id).ToList(), Math.Max(first, head - Most));
        // added up here: asked to group, SQLite walks its index by indicator through all entries ever made instead of the newest
        var newest = head <= from ? [] : await db.Set<LedgerEntry>().Where(e => e.Sequence > from && ids.Contains(e.UnitId) && e.Breakdown == Dimension.None && e.DerivedFrom == null)
            .OrderBy(e => e.Sequence).Select(e => new { e.IndicatorId, e.Value }).ToListAsync(cancel);
        var sums = newest.GroupBy(e => e.IndicatorId).Select(g => new { g.Key, Value = g.Sum(e => e.Value), Entries = g.LongCount() }).ToList();
        var indicators = sums.Count == 0 ? [] : await figures.Current(clock.Day(), cancel);
        return new LookChanges(since, mark is not null, [.. indicators.Join(sums, i => i.Id, s => s.Key, (i, s) => new EnteredSince(i, s.Value, s.Entries))], await Moved(since, ids, cancel), first < from);
    }

    /// <summary>Everything up to now has been seen.</summary>
    public async Task Mark(CancellationToken cancel = default)
    {
        var me = asker.UserId ?? throw new Refusal($"命令行没有“上次查看”的记录");
        var look = await db.Set<CockpitLook>().FirstOrDefaultAsync(l => l.UserId == me, cancel);
        if (look is null) db.Add(look = new CockpitLook(me));
        look.Mark(clock.GetUtcNow().UtcDateTime, await Head(cancel));
        await db.SaveChangesAsync(cancel);
    }

    // an identity carries the moment it was made, and identities are the key
    private async Task<int> Moved(DateTime since, IReadOnlyList<Guid> units, CancellationToken cancel)
    {
        if (!asker.May(Permission.ReadProjects)) return 0;
        var from = GatherCoverage.From(new DateTimeOffset(since, TimeSpan.Zero).ToUnixTimeMilliseconds());
        var visible = await projects.Visible(cancel);
        return await db.Set<ProjectStep>().Where(s => s.Id.CompareTo(from) >= 0 && s.Kind != StepKind.LateEntry).OrderBy(s => s.Id).Take(500)
            .CountAsync(s => visible.Any(p => p.Id == s.ProjectId && (units.Contains(p.UnitId) || p.ParkId != null && units.Contains(p.ParkId.Value))), cancel);
    }

    private async Task<long> Head(CancellationToken cancel) => await db.Set<ChainHead>().Where(h => h.Chain == "ledger").Select(h => h.Sequence).FirstOrDefaultAsync(cancel);
}
