using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>The working-day calendar: holidays and working weekends of a year. The bureau enters next year's when the State Council has announced it.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class CalendarPage(KeepCalendar keep, StageRules rules, OpenProject open) : Screen
{
    /// <summary>The year shown.</summary>
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }
    /// <summary>What is typed.</summary>
    [BindProperty] public CalendarDayInput Input { get; set; } = new();

    /// <summary>The exceptions of the year.</summary>
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];
    /// <summary>How many working days the year has.</summary>
    public int WorkingDays { get; private set; }
    /// <summary>Whether the asker may change it.</summary>
    public bool MayChange => keep.May;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Year ??= open.Today.Year;
        if (Year is < WorkCalendar.FirstYear or > WorkCalendar.LastYear) return false;
        Days = await keep.Year(Year.Value, Cancel);
        WorkingDays = (await rules.Calendar(Cancel)).Between(new DateOnly(Year.Value, 1, 1).AddDays(-1), new DateOnly(Year.Value, 12, 31));
        return true;
    }

    /// <summary>States what days are.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!keep.May) return Forbid();
        await keep.State(Input, Cancel);
        this.Notice($"已保存{Input.Name}");
        return RedirectToPage(new { Input.Day!.Value.Year });
    }

    /// <summary>Lets a day be again what its weekday says.</summary>
    public async Task<IActionResult> OnPostForget([Required] DateOnly? day)
    {
        if (!keep.May) return Forbid();
        await keep.Forget(day!.Value, Cancel);
        return RedirectToPage(new { day.Value.Year });
    }
}
