using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Targets;

/// <summary>The campaigns the asker's unit called or takes part in, the latest first.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class CampaignsPage(FindCampaigns find, Asker asker) : Screen
{
    /// <summary>The cursor.</summary>
    [FromQuery] public string? After { get; set; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<(Campaign Campaign, Unit Caller)> Rows { get; private set; } = [];
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; private set; }
    /// <summary>Today in the city.</summary>
    public DateOnly Today => find.Today;
    /// <summary>Whether the asker may call one.</summary>
    public bool MayCall => asker.May(Permission.SetTargets);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Rows, Next) = await find.Page(new CampaignQuery { After = Guid.TryParse(After, out _) ? After : null }, Cancel);
        return true;
    }
}
