using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Search;

/// <summary>The one search box: projects, enterprises and units by Chinese, pinyin, initials, code or phone, within the asker's scope.</summary>
[Authorize(Permission.SignedIn)]
public sealed class IndexPage(FindAnything find) : Screen
{
    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true), MaxLength(100)] public string? Q { get; set; }
    /// <summary>What was found, by kind.</summary>
    public IReadOnlyList<(string Kind, string Name, IReadOnlyList<SearchEntry> Found)> Groups { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Groups = await find.Run(Q, 20, Cancel);
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
