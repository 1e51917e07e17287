using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.Schedules;

/// <summary>Reports that are made by themselves on their day: arranged, subscribed to, found again with everything that was made.</summary>
[Authorize(Permission.MakeReports)]
public sealed class IndexPage(BridgeheadDb db, KeepSchedules keep, ScopedUnits scope, Asker asker, UnitOfWork work) : Screen
{
    /// <summary>Where the page begins.</summary>
    [FromQuery] public string? After { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public ScheduleInput Input { get; set; } = new();

    /// <summary>The schedules.</summary>
    public IReadOnlyList<ShownSchedule> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Whether the asker may arrange.</summary>
    public bool MayWrite => asker.May(Permission.WriteReports);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!Guid.TryParse(After, out _)) After = null;
        Units = await scope.All(Cancel);
        (Rows, Next) = await keep.Page(After, null, Cancel);
        return true;
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "";

    /// <summary>Shows them.</summary>
    public void OnGet()
    {
        // loaded before
    }

    /// <summary>Arranges one.</summary>
    public async Task<IActionResult> OnPostAdd()
    {
        if (!MayWrite) return Forbid();
        var made = await keep.Add(Input, Cancel);
        work.Subject = made.Id;
        this.Notice($"已设定，{made.NextOn}生成第一份");
        return RedirectToPage();
    }

    /// <summary>Stops one, or lets it go on.</summary>
    public async Task<IActionResult> OnPostSwitch(Guid id, bool on, long version)
    {
        if (!MayWrite) return Forbid();
        if (await keep.Find(id, Cancel) is not { } found) return NotFound();
        work.Subject = id;
        await db.ReadAtOnce(found, version, Cancel);
        await keep.Change(found, new ScheduleChangeInput { Rhythm = found.Rhythm, Day = found.Day, IsOn = on }, Cancel);
        return RedirectToPage();
    }

    /// <summary>Subscribes, or leaves.</summary>
    public async Task<IActionResult> OnPostSubscribe(Guid id, bool wants)
    {
        if (await keep.Find(id, Cancel) is not { } found) return NotFound();
        work.Subject = id;
        await keep.Subscribe(found, wants, Cancel);
        return RedirectToPage();
    }
}
