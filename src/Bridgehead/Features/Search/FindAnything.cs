using Bridgehead.Features.Access;

namespace Bridgehead.Features.Search;

/// <summary>The one search box: projects, enterprises and units, as far as the asker may read them; the same for page and API.</summary>
public sealed class FindAnything(SearchIndex index, Asker asker)
{
    private static readonly (string Kind, string Name, string Permission)[] Kinds =
        [("project", "项目", Permission.ReadProjects), ("enterprise", "企业", Permission.ReadEnterprises), ("unit", "单位", Permission.ReadFigures)];

    /// <summary>What was found, by kind; kinds with nothing are left out. An enterprise's own people search nothing: their scope is their own records.</summary>
    public async Task<IReadOnlyList<(string Kind, string Name, IReadOnlyList<SearchEntry> Found)>> Run(string? text, int most, CancellationToken cancel = default)
    {
        var groups = new List<(string, string, IReadOnlyList<SearchEntry>)>();
        if (string.IsNullOrWhiteSpace(text) || asker.EnterpriseId is not null) return groups;
        foreach (var (kind, name, permission) in Kinds)
            if (asker.May(permission) && await index.Find(text, kind, most, cancel) is { Count: > 0 } found) groups.Add((kind, name, found));
        return groups;
    }
}
