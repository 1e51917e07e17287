using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>The units of the asker's scope, read once a request: every query over units' data starts from here.</summary>
public sealed class ScopedUnits(BridgeheadDb db, Asker asker)
{
    private List<Unit>? units;
    private bool everything, wholeCity;

    /// <summary>The units in scope in administrative order.</summary>
    public async Task<IReadOnlyList<Unit>> All(CancellationToken cancel = default)
    {
        if (units is not null) return units;
        if (asker.ScopePath is not { } root) return units = [];
        // a tree has some hundred units: read whole, it also answers whether the scope is everything
        var tree = await db.Set<Unit>().AsNoTracking().OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync(cancel);
        units = tree.FindAll(u => u.Path.StartsWith(root, StringComparison.Ordinal));
        everything = units.Count == tree.Count;
        wholeCity = root == "/" || units.Exists(u => u.ParentId is null);
        return units;
    }

    /// <summary>Whether the scope is the whole tree, so that queries need no list of units.</summary>
    public async Task<bool> IsEverything(CancellationToken cancel = default)
    {
        if (asker.ScopePath is not { } root) return false;
        if (root == "/") return true;
        await All(cancel);
        return everything;
    }

    /// <summary>Whether the asker speaks for the whole city: the root of the tree is in scope. What only the city as a whole decides rests on this.</summary>
    public async Task<bool> IsWholeCity(CancellationToken cancel = default)
    {
        await All(cancel);
        return wholeCity;
    }

    /// <summary>Their identities.</summary>
    public async Task<IReadOnlyList<Guid>> Ids(CancellationToken cancel = default) => [.. (await All(cancel)).Select(u => u.Id)];

    /// <summary>One unit by its identity; null when it is not there or not in scope.</summary>
    public async Task<Unit?> Find(Guid id, CancellationToken cancel = default) => (await All(cancel)).FirstOrDefault(u => u.Id == id);

    /// <summary>One unit by code, name, short name or alias; null when none or not in scope.</summary>
    public async Task<Unit?> Named(string name, CancellationToken cancel = default)
    {
        var wanted = name.Trim();
        var all = await All(cancel);
        return all.FirstOrDefault(u => u.Code == wanted || u.Name == wanted)
            ?? all.FirstOrDefault(u => u.ShortName == wanted || u.Aliases.Split('\n', StringSplitOptions.TrimEntries).Contains(wanted));
    }

    /// <summary>A unit and everything below it, within scope.</summary>
    public async Task<IReadOnlyList<Unit>> Under(Unit unit, CancellationToken cancel = default) =>
        [.. (await All(cancel)).Where(u => u.Path.StartsWith(unit.Path, StringComparison.Ordinal))];

    /// <summary>Under whose name a document is given out: the person's; from the command line, where no account asks, the bureau's or else the whole city's.</summary>
    public async Task<string> Giver(Words words, CancellationToken cancel = default)
    {
        if (!asker.IsOperator) return asker.Name;
        var all = await All(cancel);
        return (all.FirstOrDefault(u => u.Kind == UnitKind.CityBureau) ?? all.MinBy(u => u.Path.Length))?.NameIn(words) ?? "";
    }

    /// <summary>Whether the asker may add units to the tree.</summary>
    public bool MayAdd => asker.May(Permission.ManageUnits);

    /// <summary>Forgets what was read, after the tree was changed.</summary>
    public void Forget() => units = null;
}
