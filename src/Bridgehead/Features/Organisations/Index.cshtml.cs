using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;

namespace Bridgehead.Features.Organisations;

/// <summary>The tree of units in the asker's scope, in administrative order.</summary>
[Authorize(Permission.ManageUnits)]
public sealed class IndexPage(ScopedUnits units, Asker asker) : Screen
{
    /// <summary>The units as a tree walked from the top, each with its depth.</summary>
    public IReadOnlyList<(Unit Unit, int Depth)> Tree { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (asker.ScopePath is null) return false;
        var all = await units.All(Cancel);
        var known = all.Select(u => u.Id).ToHashSet();
        var below = all.ToLookup(u => u.ParentId is { } parent && known.Contains(parent) ? parent : Guid.Empty);
        Tree = [.. Walk(below, Guid.Empty, 0)];
        return true;
    }

    private static IEnumerable<(Unit, int)> Walk(ILookup<Guid, Unit> below, Guid at, int depth) =>
        below[at].SelectMany(unit => Walk(below, unit.Id, depth + 1).Prepend((unit, depth)));
}
