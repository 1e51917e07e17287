using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Enterprises;

/// <summary>Everything the city did with an enterprise, the newest first.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class HistoryPage(BridgeheadDb db, ListEnterprises list, ReadHistory read, Asker asker, UnitOfWork work) : EnterprisePage(db, list, asker, work)
{
    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true), MaxLength(100)] public string? After { get; set; }
    /// <summary>What happened.</summary>
    public IReadOnlyList<EnterpriseEvent> Events { get; private set; } = [];
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        (Events, Next) = await read.Page(Id, After, Listed.Usual, Cancel);
        return true;
    }
}
