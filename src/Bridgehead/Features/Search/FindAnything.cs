using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Search;

/// <summary>The one search box: projects, enterprises and units, as far as the asker may read them; the same for page and API.</summary>
public sealed class FindAnything(SearchIndex index, ListProjects projects, Asker asker)
{
    private static readonly (string Kind, string Name, string Permission)[] Kinds =
        [("project", "项目", Permission.ReadProjects), ("enterprise", "企业", Permission.ReadEnterprises), ("unit", "单位", Permission.ReadFigures)];

    /// <summary>What was found, by kind; kinds with nothing are left out. Projects are found by whoever sees them in the list: the landing unit, the park, the unit that found them, the enterprise itself.</summary>
    public async Task<IReadOnlyList<(string Kind, string Name, IReadOnlyList<SearchEntry> Found)>> Run(string? text, int most, CancellationToken cancel = default)
    {
        var groups = new List<(string, string, IReadOnlyList<SearchEntry>)>();
        if (string.IsNullOrWhiteSpace(text)) return groups;
        foreach (var (kind, name, permission) in Kinds)
        {
            if (!asker.May(permission)) continue;
            var among = kind == "project" ? (await projects.Visible(cancel)).Select(p => p.Id) : null;
            if (await index.Find(text, kind, most, among, cancel) is { Count: > 0 } found) groups.Add((kind, name, found));
        }
        return groups;
    }
}
