using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Trash;

/// <summary>What was thrown away, and the way back.</summary>
[Authorize(Permission.Restore)]
public sealed class IndexPage(KeepTrash keep) : Screen
{
    /// <summary>The newest 200.</summary>
    public IReadOnlyList<TrashedRow> Rows { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Rows, _) = await keep.Page(null, Listed.Most, Cancel);
        return true;
    }

    /// <summary>Brings one back.</summary>
    public async Task<IActionResult> OnPost(string kind, Guid id, long version) =>
        await keep.BringBack(kind, id, version, Cancel) is null ? NotFound() : RedirectToPage();
}
