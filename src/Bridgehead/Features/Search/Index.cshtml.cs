using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Search;

/// <summary>The one search box: projects, enterprises and units by Chinese, pinyin, initials, code or phone, within the asker's scope.</summary>
[Authorize(Permission.SignedIn)]
public sealed class IndexPage(SearchIndex index, Asker asker) : Screen
{
    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true), MaxLength(100)] public string? Q { get; set; }
    /// <summary>What was found, by kind.</summary>
    public IReadOnlyList<(string Kind, string Name, IReadOnlyList<SearchEntry> Found)> Groups { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (string.IsNullOrWhiteSpace(Q) || asker.EnterpriseId is not null) return true;
        var groups = new List<(string, string, IReadOnlyList<SearchEntry>)>();
        foreach (var (kind, name, permission) in new[] { ("project", "项目", Permission.ReadProjects), ("enterprise", "企业", Permission.ReadEnterprises), ("unit", "单位", Permission.ReadFigures) })
            if (asker.May(permission) && await index.Find(Q, kind, 20, Cancel) is { Count: > 0 } found) groups.Add((kind, name, found));
        Groups = groups;
        return true;
    }

    /// <summary>Where a record is.</summary>
    public static string Address(SearchEntry entry) => entry.Kind switch
    {
        "project" => $"/projects/{entry.RecordId}",
        "enterprise" => $"/enterprises/{entry.RecordId}",
        _ => $"/?unit={Uri.EscapeDataString(entry.Title)}",
    };
}
