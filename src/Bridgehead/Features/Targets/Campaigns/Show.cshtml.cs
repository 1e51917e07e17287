using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Targets;

/// <summary>A campaign: how it stands as of a day, its tasks, and its end.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class CampaignPage(BridgeheadDb db, FindCampaigns find, RunCampaign run, Asker asker, UnitOfWork work) : PageAbout<Campaign>(db)
{
    /// <summary>As of which day; today when empty.</summary>
    [FromQuery] public DateOnly? AsOf { get; set; }
    /// <summary>Whether the tasks are shown to be typed.</summary>
    [FromQuery] public bool Assign { get; set; }
    /// <summary>What is typed of the tasks.</summary>
    public CampaignTasksInput Input { get; private set; } = new();

    /// <summary>How it stands.</summary>
    public CampaignStanding Standing { get; private set; } = null!;
    /// <summary>Today in the city.</summary>
    public DateOnly Today => find.Today;
    /// <summary>Whether the asker may set its tasks and end it.</summary>
    public bool MayRun { get; private set; }

    /// <inheritdoc />
    protected override async Task<Campaign?> Find()
    {
        if (await find.Find(Id, Cancel) is not { } campaign) return null;
        if (AsOf > find.Today) AsOf = null;
        Standing = await find.Standing(campaign, AsOf, Cancel);
        MayRun = asker.May(Permission.SetTargets) && campaign.ConcludedAsOf is null && await find.MayRun(campaign, Cancel);
        return campaign;
    }

    /// <summary>What is shown in a cell: what was typed, or what stands.</summary>
    public string Typed(Unit unit, Indicator indicator) => ModelState.TryGetValue($"Input.Cells[{TargetSheet.Cell(unit, indicator)}]", out var entry) && entry.AttemptedValue is { } typed ? typed
        : TargetNumber.Typed(Standing.In(unit, indicator)?.Task, indicator);

    /// <summary>Whether a cell was refused.</summary>
    public bool Wrong(Unit unit, Indicator indicator) => ModelState.TryGetValue($"Input.Cells[{TargetSheet.Cell(unit, indicator)}]", out var entry) && entry.Errors.Count > 0;

    /// <summary>Where a figure opens.</summary>
    public string Behind(Indicator indicator, Unit unit) => $"/figures?unit={unit.Code}&indicator={indicator.Code}&from={Months.Text(Subject.FromMonth)}&to={Months.Text(Subject.ToMonth)}"
        + (Standing.AsOf < Today ? $"&asOf={Standing.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}" : "");

    /// <summary>Sets the tasks.</summary>
    public async Task<IActionResult> OnPostAssign([Bind(Prefix = nameof(Input))] CampaignTasksInput input, long version)
    {
        if (!asker.May(Permission.SetTargets)) return Forbid();
        if (!await find.MayRun(Subject, Cancel)) return NotFound();
        (work.Subject, Assign) = (Id, true);
        Db.ReadAt(Subject, version);
        await run.Assign(Standing, input, Cancel);
        this.Notice($"任务已下达");
        return LocalRedirect($"/campaigns/{Id}");
    }

    /// <summary>Freezes its standing.</summary>
    public async Task<IActionResult> OnPostConclude([Required(ErrorMessage = "请填写截止日期")] DateOnly? day, long version)
    {
        if (!asker.May(Permission.SetTargets)) return Forbid();
        if (!await find.MayRun(Subject, Cancel)) return NotFound();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await run.Conclude(Subject, new CampaignConclusionInput { AsOf = day }, Cancel);
        this.Notice($"已封存，以后入账的数据不再改变这里的结果");
        return LocalRedirect($"/campaigns/{Id}");
    }
}
