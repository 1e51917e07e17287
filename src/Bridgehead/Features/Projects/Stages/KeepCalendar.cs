using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>A day of the calendar as it is typed.</summary>
public sealed class CalendarDayInput
{
    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "请填写日期")] public DateOnly? Day { get; set; }
    /// <summary>How many days in a row, 1 to 30.</summary>
    [Range(1, 30, ErrorMessage = "连续天数应在1到30之间")] public int Days { get; set; } = 1;
    /// <summary>Whether people work.</summary>
    public bool Working { get; set; }
    /// <summary>The holiday.</summary>
    [Required(ErrorMessage = "请填写节日名称"), MaxLength(40, ErrorMessage = "节日名称最多40个字")] public string Name { get; set; } = "";
}

/// <summary>Keeps the working-day calendar. Clocks that run already keep the day they were set to; those set from now on follow the new calendar.</summary>
public sealed class KeepCalendar(BridgeheadDb db, ProposeStages propose, StageRules rules)
{
    /// <summary>Whether the asker may.</summary>
    public bool May => propose.May;

    /// <summary>The exceptions of a year, in order.</summary>
    public Task<List<CalendarDay>> Year(int year, CancellationToken cancel = default)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db.Set<CalendarDay>().AsNoTracking().Where(d => d.Day >= first && d.Day <= last).OrderBy(d => d.Day).ToListAsync(cancel);
    }

    /// <summary>States what days are.</summary>
    public async Task State(CalendarDayInput input, CancellationToken cancel = default)
    {
        RefuseOthers();
        var days = Enumerable.Range(0, input.Days).Select(input.Day!.Value.AddDays).ToList();
        var known = await db.Set<CalendarDay>().Where(d => days.Contains(d.Day)).ToDictionaryAsync(d => d.Day, cancel);
        foreach (var day in days)
        {
            if (known.TryGetValue(day, out var stated)) stated.State(input.Working, input.Name);
            else db.Add(new CalendarDay(day, input.Working, input.Name));
        }
        await db.SaveChangesAsync(cancel);
        rules.Forget();
    }

    /// <summary>Lets a day be again what its weekday says.</summary>
    public async Task Forget(DateOnly day, CancellationToken cancel = default)
    {
        RefuseOthers();
        var known = await db.Set<CalendarDay>().FirstOrDefaultAsync(d => d.Day == day, cancel);
        Refusal.When(known is null, $"{day}没有特别规定，按周一至周五工作计");
        db.Remove(known!);
        await db.SaveChangesAsync(cancel);
        rules.Forget();
    }

    private void RefuseOthers() => Refusal.Unless(May, $"工作日历由市局审核人员维护，您没有这项权限");
}
