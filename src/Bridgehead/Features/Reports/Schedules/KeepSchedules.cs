using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Mail;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Schedules;

/// <summary>A report that is to be made by itself, as it is typed.</summary>
public sealed class ScheduleInput
{
    /// <summary>The unit: code, name or short name.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>Which report.</summary>
    [Required(ErrorMessage = "请选择报告")] public ScheduledReport? Report { get; set; }
    /// <summary>How often.</summary>
    public ScheduleRhythm Rhythm { get; set; }
    /// <summary>On which day of the month (1 to 28) or week (1 for Monday to 7).</summary>
    [Range(1, 28, ErrorMessage = "每月的日子为1至28，每周的日子为1（周一）至7（周日）")] public int Day { get; set; } = 5;
}

/// <summary>Another rhythm for a report, or its stop.</summary>
public sealed class ScheduleChangeInput
{
    /// <summary>How often.</summary>
    public ScheduleRhythm Rhythm { get; set; }
    /// <summary>On which day of the month (1 to 28) or week (1 for Monday to 7).</summary>
    [Range(1, 28, ErrorMessage = "每月的日子为1至28，每周的日子为1（周一）至7（周日）")] public int Day { get; set; }
    /// <summary>Whether it is made at all.</summary>
    public bool IsOn { get; set; }
}

/// <summary>A schedule as one person sees it.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Mine">The person's own subscription; null for none.</param>
/// <param name="Subscribers">How many have subscribed.</param>
/// <param name="Last">The last file made, or the last attempt; null for none.</param>
public sealed record ShownSchedule(ReportSchedule Schedule, ScheduleSubscriber? Mine, int Subscribers, ReportRun? Last)
{
    /// <summary>Whether something was made that the person has not seen.</summary>
    public bool IsNew => Mine is not null && Last is { State: RunState.Done or RunState.Failed } last && Mine.SeenRun != last.Id;
}

/// <summary>Arranges reports that are made by themselves, and who gets them.</summary>
public sealed class KeepSchedules(BridgeheadDb db, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>One page of the schedules in scope, the latest first.</summary>
    public async Task<(IReadOnlyList<ShownSchedule> Rows, string? Next)> Page(string? after, int? limit, CancellationToken cancel = default)
    {
        var (size, units, user) = (Listed.Size(limit), await scope.Ids(cancel), asker.UserId);
        var schedules = db.Set<ReportSchedule>().AsNoTracking().Where(s => units.Contains(s.UnitId));
        if (Listed.Identity(after) is { } last) schedules = schedules.Where(s => s.Id.CompareTo(last) < 0);
        var page = await schedules.OrderByDescending(s => s.Id).Take(size + 1).ToListAsync(cancel);
        var ids = page.Select(s => s.Id).ToList();
        var subscribers = await db.Set<ScheduleSubscriber>().AsNoTracking().Where(s => ids.Contains(s.ScheduleId)).ToListAsync(cancel);
        var runs = await db.Set<ReportRun>().AsNoTracking().Where(r => ids.Contains(r.ScheduleId) && !db.Set<ReportRun>().Any(o => o.ScheduleId == r.ScheduleId && o.DueOn > r.DueOn)).ToListAsync(cancel);
        var rows = page.Select(s => new ShownSchedule(s, subscribers.Find(x => x.ScheduleId == s.Id && x.UserId == user), subscribers.Count(x => x.ScheduleId == s.Id), runs.Find(r => r.ScheduleId == s.Id))).ToList();
        return rows.Count > size ? (rows[..size], page[size - 1].Id.ToString()) : (rows, null);
    }

    /// <summary>A schedule in scope, ready to be changed; null when it is not there.</summary>
    public async Task<ReportSchedule?> Find(Guid id, CancellationToken cancel = default) =>
        await db.Set<ReportSchedule>().FirstOrDefaultAsync(s => s.Id == id, cancel) is { } found && await scope.Find(found.UnitId, cancel) is not null ? found : null;

    /// <summary>What was made for a schedule, the latest first.</summary>
    public async Task<(IReadOnlyList<ReportRun> Rows, string? Next)> Runs(ReportSchedule schedule, string? after, int? limit, CancellationToken cancel = default)
    {
        var size = Listed.Size(limit);
        var runs = db.Set<ReportRun>().AsNoTracking().Where(r => r.ScheduleId == schedule.Id);
        if (Listed.Identity(after) is { } last) runs = runs.Where(r => r.Id.CompareTo(last) < 0);
        var page = await runs.OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(cancel);
        return page.Count > size ? (page[..size], page[size - 1].Id.ToString()) : (page, null);
    }

    /// <summary>How the letters about what was made went, by run and outcome.</summary>
    public async Task<ILookup<Guid, (LetterState State, int Count)>> Letters(IReadOnlyList<Guid> runs, CancellationToken cancel = default) =>
        (await db.Set<Letter>().Where(l => l.AboutId != null && runs.Contains(l.AboutId.Value)).GroupBy(l => new { l.AboutId, l.State }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel))
        .OrderBy(g => g.Key.State).ToLookup(g => g.Key.AboutId!.Value, g => (g.Key.State, g.Count));

    /// <summary>One file made for a schedule; null when there is none.</summary>
    public Task<ReportRun?> Made(ReportSchedule schedule, Guid run, CancellationToken cancel = default) =>
        db.Set<ReportRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == run && r.ScheduleId == schedule.Id && r.FileDigest != null, cancel);

    /// <summary>Arranges a report; who arranges it gets it.</summary>
    public async Task<ReportSchedule> Add(ScheduleInput input, CancellationToken cancel = default)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", nameof(input.Unit));
        Refusal.Unless(input.Report is { } report && Enum.IsDefined(report), $"请选择报告", nameof(input.Report));
        Refusal.When(input.Report == ScheduledReport.Bulletin && input.Rhythm == ScheduleRhythm.Weekly, $"月度通报只能每月生成", nameof(input.Rhythm));
        var schedule = new ReportSchedule(unit!.Id, input.Report!.Value, input.Rhythm, input.Day, asker.UserId, asker.Name, Today);
        db.Add(schedule);
        await db.SaveChangesAsync(cancel);
        if (asker.UserId is { } user) db.Add(new ScheduleSubscriber(schedule.Id, user));
        await db.SaveChangesAsync(cancel);
        return schedule;
    }

    /// <summary>Changes its rhythm or stops it.</summary>
    public async Task Change(ReportSchedule schedule, ScheduleChangeInput input, CancellationToken cancel = default)
    {
        Refusal.When(schedule.Report == ScheduledReport.Bulletin && input.Rhythm == ScheduleRhythm.Weekly, $"月度通报只能每月生成", nameof(input.Rhythm));
        schedule.Set(input.Rhythm, input.Day, input.IsOn, Today);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes the asker among its subscribers, or out of them.</summary>
    public async Task Subscribe(ReportSchedule schedule, bool wants, CancellationToken cancel = default)
    {
        Refusal.When(asker.UserId is null, $"只有登录的人可以订阅");
        var user = asker.UserId!.Value;
        await db.BeginWrite(cancel);
        var there = await db.Set<ScheduleSubscriber>().FirstOrDefaultAsync(s => s.ScheduleId == schedule.Id && s.UserId == user, cancel);
        if (wants && there is null) db.Add(new ScheduleSubscriber(schedule.Id, user));
        if (!wants && there is not null) db.Remove(there);
        db.Note(new FieldChange(nameof(ScheduleSubscriber), schedule.Id, "Subscribed", (there is not null).ToString(), wants.ToString()));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Notes that the asker has seen what was made last.</summary>
    public async Task See(ReportSchedule schedule, CancellationToken cancel = default)
    {
        var user = asker.UserId;
        await db.BeginWrite(cancel);
        if (await db.Set<ScheduleSubscriber>().FirstOrDefaultAsync(s => s.ScheduleId == schedule.Id && s.UserId == user, cancel) is not { } mine) return;
        mine.SeenRun = await db.Set<ReportRun>().Where(r => r.ScheduleId == schedule.Id).OrderByDescending(r => r.DueOn).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>How many reports were made for the asker that were not seen yet.</summary>
    public async Task<int> Unseen(CancellationToken cancel = default)
    {
        var user = asker.UserId;
        return user is null ? 0 : await db.Set<ScheduleSubscriber>().Where(s => s.UserId == user).CountAsync(s => db.Set<ReportRun>().Any(r => r.ScheduleId == s.ScheduleId && (r.State == RunState.Done || r.State == RunState.Failed)
            && r.Id != s.SeenRun && !db.Set<ReportRun>().Any(o => o.ScheduleId == r.ScheduleId && o.DueOn > r.DueOn)), cancel);
    }
}
