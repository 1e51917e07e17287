using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Bulk;

/// <summary>The own bulk changes: what is at work, what came of the earlier ones.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class IndexPage(BulkJobs jobs) : Screen
{
    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }
    /// <summary>The jobs.</summary>
    public IReadOnlyList<BulkJob> Jobs { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Jobs, Next) = await jobs.Page(After?.ToString(), Listed.Usual, Cancel);
        return true;
    }
}
