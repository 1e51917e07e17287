using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Bridgehead.Features.Targets;

/// <summary>Calls a campaign.</summary>
[Authorize(Permission.SetTargets)]
public sealed class NewCampaignPage(RunCampaign run, Figures figures, ScopedUnits scope, FindCampaigns find, UnitOfWork work, Words words) : Screen
{
    /// <summary>What is typed.</summary>
    [BindProperty] public CampaignInput Input { get; set; } = new();

    /// <summary>The units that may call one.</summary>
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    /// <summary>The indicators to choose from.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District).Select(u => new SelectListItem(u.LabelIn(words), u.Code))];
        Indicators = await figures.Current(find.Today, Cancel);
        return Units.Count > 0;
    }

    /// <summary>Shows the form with the coming three months.</summary>
    public void OnGet() => (Input.FromMonth, Input.ToMonth) = (Months.Text(Months.Of(find.Today)), Months.Text(Months.Of(find.Today.AddMonths(2))));

    /// <summary>Calls it.</summary>
    public async Task<IActionResult> OnPost()
    {
        var campaign = await run.Call(Input, Cancel);
        work.Subject = campaign.Id;
        this.Notice($"已发起“{campaign.Name}”，请逐单位下达任务");
        return LocalRedirect($"/campaigns/{campaign.Id}?assign=true");
    }
}
