using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Enterprises;

/// <summary>The register of enterprises.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class IndexPage(ListEnterprises list, Asker asker) : Screen
{
    /// <summary>Words, pinyin, initials, code, phone.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60)] public string? Q { get; set; }
    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true), MaxLength(200)] public string? After { get; set; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<EnterpriseRow> Rows { get; private set; } = [];
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; private set; }
    /// <summary>Whether the asker may register enterprises.</summary>
    public bool MayWrite => asker.May(Permission.WriteEnterprises);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Rows, Next) = await list.Page(Q, After, cancel: Cancel);
        return true;
    }
}
