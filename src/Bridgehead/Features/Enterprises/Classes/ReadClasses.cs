using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>A class an enterprise is counted in.</summary>
/// <param name="Held">The entry on the list or the title.</param>
/// <param name="Kind">Which class.</param>
/// <param name="Through">The parent that holds it; null when the enterprise itself does.</param>
/// <param name="Share">The parent's part of the enterprise, in percent.</param>
public sealed record ClassAnswer(EnterpriseClass Held, ClassKind Kind, OwnershipNode? Through, decimal? Share);

/// <summary>How many enterprises are counted in a class on a day.</summary>
/// <param name="Kind">Which class.</param>
/// <param name="Own">Those that hold it themselves.</param>
/// <param name="Through">Those that count through a parent alone.</param>
public sealed record ClassCount(ClassKind Kind, int Own, int Through);

/// <summary>Which classes enterprises are counted in on a day, by themselves and through their parents.</summary>
public sealed class ReadClasses(BridgeheadDb db, ReadOwnership read)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => read.Today;

    /// <summary>All kinds in order.</summary>
    public Task<List<ClassKind>> Kinds(CancellationToken cancel = default) => db.Set<ClassKind>().AsNoTracking().OrderBy(k => k.Order).ThenBy(k => k.Code).ToListAsync(cancel);

    /// <summary>What one enterprise counts in on a day: its own, then through whom.</summary>
    public async Task<IReadOnlyList<ClassAnswer>> Of(Ownership owners, Guid id, DateOnly day, CancellationToken cancel = default)
    {
        var kinds = await db.Set<ClassKind>().AsNoTracking().ToDictionaryAsync(k => k.Code, cancel);
        var shares = owners.Graph.SharesIn(owners.Key);
        var above = shares.Keys.Select(k => owners.Nodes[k].Id).OfType<Guid>().ToList();
        var held = await db.Set<EnterpriseClass>().AsNoTracking().Where(c => (c.EnterpriseId == id || above.Contains(c.EnterpriseId)) && c.ValidFrom <= day && (c.ValidTo == null || c.ValidTo >= day)).ToListAsync(cancel);
        var answers = held.Where(c => c.EnterpriseId == id).Select(c => new ClassAnswer(c, kinds[c.Kind], null, null)).ToList();
        foreach (var parent in held.Where(c => c.EnterpriseId != id).OrderByDescending(c => shares[ReadOwnership.KeyOf(c.EnterpriseId)]))
        {
            var (kind, key) = (kinds[parent.Kind], ReadOwnership.KeyOf(parent.EnterpriseId));
            if (answers.Exists(a => a.Kind.Code == kind.Code) || !Counts(kind, owners.Graph, key, owners.Key, shares[key])) continue;
            answers.Add(new ClassAnswer(parent, kind, owners.Nodes[key], Math.Round(shares[key] * 100, 4)));
        }
        return [.. answers.OrderBy(a => a.Kind.Order)];
    }

    /// <summary>The enterprises that count in a class on a day through a parent alone.</summary>
    public async Task<IReadOnlyCollection<Guid>> Through(ClassKind kind, DateOnly day, CancellationToken cancel = default)
    {
        if (kind.ParentShare is null) return [];
        var holders = await Holding(kind.Code, day).Select(c => c.EnterpriseId).Distinct().ToListAsync(cancel);
        return Through(kind, holders, await read.Below(holders, cancel));
    }

    /// <summary>How many are counted in each class on a day; those thrown away are not.</summary>
    public async Task<IReadOnlyList<ClassCount>> Counts(DateOnly day, CancellationToken cancel = default)
    {
        var kinds = await Kinds(cancel);
        var held = await db.Set<EnterpriseClass>().AsNoTracking().Where(c => c.ValidFrom <= day && (c.ValidTo == null || c.ValidTo >= day) && db.Set<Enterprise>().Any(e => e.Id == c.EnterpriseId && e.DeletedAt == null))
            .GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Select(c => c.EnterpriseId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var counts = new List<ClassCount>();
        foreach (var kind in kinds) counts.Add(new ClassCount(kind, held.GetValueOrDefault(kind.Code), (await Through(kind, day, cancel)).Count));
        return counts;
    }

    /// <summary>The entries of a class that hold on a day.</summary>
    public IQueryable<EnterpriseClass> Holding(string kind, DateOnly day) => db.Set<EnterpriseClass>().AsNoTracking().Where(c => c.Kind == kind && c.ValidFrom <= day && (c.ValidTo == null || c.ValidTo >= day));

    private static HashSet<Guid> Through(ClassKind kind, List<Guid> holders, OwnershipGraph graph)
    {
        var (found, own) = (new HashSet<Guid>(), holders.ToHashSet());
        foreach (var holder in holders)
        {
            var key = ReadOwnership.KeyOf(holder);
            var controlled = graph.ControlledBy(key);
            foreach (var (firm, share) in graph.SharesOf(key))
                if (controlled.Contains(firm) || share * 100 >= kind.ParentShare) found.Add(Guid.ParseExact(firm[2..], "N"));
        }
        found.ExceptWith(own);
        return found;
    }

    private static bool Counts(ClassKind kind, OwnershipGraph graph, string parent, string firm, decimal share) =>
        kind.ParentShare is { } least && (share * 100 >= least || graph.ControlledBy(parent).Contains(firm));
}
