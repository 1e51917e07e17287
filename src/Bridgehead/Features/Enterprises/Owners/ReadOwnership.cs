using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Reads the owners around an enterprise, a level at a time.</summary>
public sealed class ReadOwnership(BridgeheadDb db, TimeProvider clock)
{
    private const int MostLevels = 20, MostFirms = 3_000;

    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>The key of an enterprise in the graph.</summary>
    public static string KeyOf(Guid id) => "e:" + id.ToString("N");

    /// <summary>The owners above one enterprise and, below the head of its group, what that holds.</summary>
    public async Task<Ownership> Around(Guid id, bool group = true, CancellationToken cancel = default)
    {
        var found = new Dictionary<Guid, Shareholding>();
        await Walk([id], up: true, found, cancel);
        var key = KeyOf(id);
        var graph = Graph(found.Values);
        var head = graph.TopOf(key, k => k.StartsWith("e:", StringComparison.Ordinal));
        if (group)
        {
            await Walk([Guid.ParseExact(head[2..], "N")], up: false, found, cancel);
            graph = Graph(found.Values);
        }
        return new Ownership(graph, await Nodes(found.Values, id, cancel), key, head);
    }

    /// <summary>The owners above several enterprises, each with its own view, read together.</summary>
    public async Task<IReadOnlyDictionary<Guid, Ownership>> Above(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        var found = new Dictionary<Guid, Shareholding>();
        await Walk(ids, up: true, found, cancel);
        var (graph, nodes) = (Graph(found.Values), await Nodes(found.Values, null, cancel));
        return ids.Distinct().ToDictionary(id => id, id => new Ownership(graph, nodes, KeyOf(id), KeyOf(id)));
    }

    /// <summary>The shares below several enterprises, however far down.</summary>
    public async Task<OwnershipGraph> Below(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        var found = new Dictionary<Guid, Shareholding>();
        await Walk(ids, up: false, found, cancel);
        // who controls is decided by all owners of an enterprise, also those outside
        await Walk([.. found.Values.Select(h => h.EnterpriseId).Distinct()], up: true, found, cancel, levels: 1);
        return Graph(found.Values);
    }

    /// <summary>The key of the owner of a share.</summary>
    public static string OwnerKey(Shareholding holding) => holding switch
    {
        { OwnerId: { } id } => KeyOf(id),
        // two people of one name are two
        { Kind: OwnerKind.Person } => "p:" + holding.Id.ToString("N"),
        _ => $"{holding.Kind}:{holding.Owner}",
    };

    private async Task Walk(IReadOnlyCollection<Guid> start, bool up, Dictionary<Guid, Shareholding> found, CancellationToken cancel, int levels = MostLevels)
    {
        var (seen, level, day) = (new HashSet<Guid>(start), start.ToList(), Today);
        for (var depth = 0; depth < levels && level.Count > 0 && seen.Count <= MostFirms + start.Count; depth++)
        {
            var held = db.Set<Shareholding>().AsNoTracking().Where(h => (h.From == null || h.From <= day) && (h.To == null || h.To >= day));
            var rows = await (up ? held.Where(h => level.Contains(h.EnterpriseId)) : held.Where(h => h.OwnerId != null && level.Contains(h.OwnerId.Value))).ToListAsync(cancel);
            foreach (var row in rows) found[row.Id] = row;
            level = [.. rows.Select(r => up ? r.OwnerId : r.EnterpriseId).OfType<Guid>().Where(seen.Add)];
        }
    }

    private static OwnershipGraph Graph(IEnumerable<Shareholding> holdings) =>
        new(holdings.Select(h => new OwnershipEdge(OwnerKey(h), KeyOf(h.EnterpriseId), h.Share / (decimal)Shareholding.Whole, h.IsControlling)));

    private async Task<Dictionary<string, OwnershipNode>> Nodes(IReadOnlyCollection<Shareholding> holdings, Guid? self, CancellationToken cancel)
    {
        var ids = holdings.Select(h => h.EnterpriseId).Concat(holdings.Select(h => h.OwnerId).OfType<Guid>()).Append(self ?? Guid.Empty).Distinct().ToList();
        var names = await db.Set<Enterprise>().AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Name }).ToDictionaryAsync(e => e.Id, e => e.Name, cancel);
        var nodes = names.ToDictionary(n => KeyOf(n.Key), n => new OwnershipNode(KeyOf(n.Key), n.Value, OwnerKind.Enterprise, n.Key, null));
        foreach (var holding in holdings)
        {
            var key = OwnerKey(holding);
            // an enterprise of the register may be an owner from abroad, or an organ kept there
            if (!nodes.TryGetValue(key, out var node)) nodes[key] = new OwnershipNode(key, holding.Owner, holding.Kind, null, holding.Country);
            else if (node.Kind == OwnerKind.Enterprise && holding.Kind != OwnerKind.Enterprise) nodes[key] = node with { Kind = holding.Kind, Country = holding.Country };
        }
        return nodes;
    }
}
