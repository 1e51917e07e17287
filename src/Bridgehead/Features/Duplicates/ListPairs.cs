using System.Globalization;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>The queue within the asker's scope, page by page from a key: undecided first, then by level, the oldest first. A pair with one side in scope is listed without the other.</summary>
public sealed class ListPairs(BridgeheadDb db, ListProjects projects, ListEnterprises enterprises, Asker asker, DuplicateRules rules, TimeProvider clock)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 50;

    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<PairRow> Rows, string? Next)> Page(PairQuery query, int size = PageSize, CancellationToken cancel = default)
    {
        var pairs = await Filtered(query, cancel);
        if (Cursor(query.After) is var (decided, level, found, id))
            pairs = pairs.Where(p => (p.IsDecided && !decided) || (p.IsDecided == decided && (p.Level > level
                || (p.Level == level && (p.FoundOn > found || (p.FoundOn == found && p.Id.CompareTo(id) > 0))))));
        var rows = await pairs.OrderBy(p => p.IsDecided).ThenBy(p => p.Level).ThenBy(p => p.FoundOn).ThenBy(p => p.Id).Take(size + 1).ToListAsync(cancel);
        var next = rows.Count > size ? rows[size - 1] : null;
        if (next is not null) rows = rows[..size];
        return (await Told(rows, cancel), next is null ? null
            : string.Create(CultureInfo.InvariantCulture, $"{(next.IsDecided ? 1 : 0)}~{next.Level}~{next.FoundOn.Ticks}~{next.Id}"));
    }

    /// <summary>How many wait for a decision.</summary>
    public async Task<int> Waiting(CancellationToken cancel = default) => await (await Filtered(new PairQuery { State = "open" }, cancel)).CountAsync(cancel);

    /// <summary>One pair, when the asker sees a side of it.</summary>
    public async Task<PairRow?> Find(Guid id, CancellationToken cancel = default) =>
        await Told(await (await InScope(cancel)).Where(p => p.Id == id).ToListAsync(cancel), cancel) is [var row] ? row : null;

    /// <summary>The open pair after another in the order of the queue; null at the end.</summary>
    public async Task<Guid?> NextOpen(DuplicatePair from, CancellationToken cancel = default)
    {
        var open = await Filtered(new PairQuery { State = "open" }, cancel);
        var (level, found, id) = (from.Level, from.FoundOn, from.Id);
        return await open.Where(p => p.Id != id && (p.Level > level || (p.Level == level && (p.FoundOn > found || (p.FoundOn == found && p.Id.CompareTo(id) > 0)))))
            .OrderBy(p => p.Level).ThenBy(p => p.FoundOn).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task<IQueryable<DuplicatePair>> Filtered(PairQuery query, CancellationToken cancel)
    {
        var pairs = await InScope(cancel);
        if (query.State == "open" || query.Overdue == true) pairs = pairs.Where(p => !p.IsDecided);
        else if (query.State == "decided") pairs = pairs.Where(p => p.IsDecided);
        if (query.Level is { } level) pairs = pairs.Where(p => p.Level == level);
        if (query.Kind is { } kind) pairs = pairs.Where(p => p.Kind == kind);
        if (query.Overdue != true) return pairs;
        var due = clock.GetUtcNow().UtcDateTime.AddHours(-rules.DueHours);
        return pairs.Where(p => p.FoundOn < due);
    }

    // a pair of which a side was thrown away waits for nobody; once decided it stays to be read
    private async Task<IQueryable<DuplicatePair>> InScope(CancellationToken cancel)
    {
        var (seen, known) = (await projects.Visible(cancel), enterprises.Visible());
        var (allProjects, allEnterprises) = (db.Set<Project>().Where(p => p.DeletedAt == null), db.Set<Enterprise>().Where(e => e.DeletedAt == null));
        var register = asker.May(Access.Permission.ReadEnterprises);
        return db.Set<DuplicatePair>().AsNoTracking().Where(p => p.Kind == RecordKind.Project
            ? (seen.Any(x => x.Id == p.FirstId) || seen.Any(x => x.Id == p.SecondId)) && (p.IsDecided || (allProjects.Any(x => x.Id == p.FirstId) && allProjects.Any(x => x.Id == p.SecondId)))
            : register && (p.IsDecided ? known.Any(x => x.Id == p.FirstId || x.Id == p.SecondId) : allEnterprises.Any(x => x.Id == p.FirstId) && allEnterprises.Any(x => x.Id == p.SecondId)));
    }

    private async Task<IReadOnlyList<PairRow>> Told(IReadOnlyList<DuplicatePair> pairs, CancellationToken cancel)
    {
        var sides = new Dictionary<Guid, PairSide>();
        var ids = pairs.Where(p => p.Kind == RecordKind.Project).SelectMany(p => new[] { p.FirstId, p.SecondId }).Distinct().ToList();
        if (ids.Count > 0)
            foreach (var p in await (await projects.Visible(cancel)).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Number, p.UnitId }).ToListAsync(cancel))
                sides[p.Id] = new PairSide(p.Id, p.Name, p.Number, p.UnitId);
        ids = [.. pairs.Where(p => p.Kind == RecordKind.Enterprise).SelectMany(p => new[] { p.FirstId, p.SecondId }).Distinct()];
        if (ids.Count > 0)
            foreach (var e in await enterprises.Visible().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Name, e.CreditCode }).ToListAsync(cancel))
                sides[e.Id] = new PairSide(e.Id, e.Name, e.CreditCode?.Value, null);
        return [.. pairs.Select(p => new PairRow(p, sides.GetValueOrDefault(p.FirstId, PairSide.Hidden), sides.GetValueOrDefault(p.SecondId, PairSide.Hidden)))];
    }

    private static (bool Decided, int Level, DateTime Found, Guid Id)? Cursor(string? after)
    {
        if (string.IsNullOrEmpty(after)) return null;
        if (after.Split('~') is [var decided, var level, var ticks, var id] && Listed.Number(ticks) is var number && number <= DateTime.MaxValue.Ticks)
            return (decided == "1", (int)Math.Min(Listed.Number(level), 9), new DateTime(number, DateTimeKind.Utc), Listed.Identity(id) ?? Guid.Empty);
        throw new Refusal($"游标“{after}”不是本清单给出的，请从第一页开始", nameof(after));
    }
}
