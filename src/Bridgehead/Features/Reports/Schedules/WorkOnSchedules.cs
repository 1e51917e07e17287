using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Schedules;

/// <summary>
/// Finds what is due and makes it, on whichever node comes first: a conditional statement moves the schedule on and the day is noted once; a lease says who makes it, and
/// when that node dies another begins again. What a rule refuses has failed at once, with its sentence; what the program fails at is tried three times (reliability rule 24).
/// </summary>
public sealed partial class WorkOnSchedules(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WorkOnSchedules> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private readonly string node = Guid.NewGuid().ToString("N");

    /// <summary>Notes one day that is due, or makes one report that waits. False when there is nothing to do.</summary>
    public async Task<bool> Step(CancellationToken cancel = default) => await Note(cancel) || await Make(cancel);

    /// <summary>A day that was missed while nothing ran is made up once, not each missed day.</summary>
    private async Task<bool> Note(CancellationToken cancel)
    {
        await using var services = scopes.CreateAsyncScope();
        var (db, work) = (services.ServiceProvider.GetRequiredService<BridgeheadDb>(), services.ServiceProvider.GetRequiredService<UnitOfWork>());
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now.AddHours(8));
        if (await db.Set<ReportSchedule>().AsNoTracking().Where(s => s.IsOn && s.NextOn <= today).OrderBy(s => s.NextOn).FirstOrDefaultAsync(cancel) is not { } due) return false;
        services.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        await db.BeginWrite(cancel);
        var next = ReportSchedule.After(due.Rhythm, due.Day, today);
        if (await db.Set<ReportSchedule>().Where(s => s.Id == due.Id && s.NextOn == due.NextOn && s.IsOn).ExecuteUpdateAsync(set => set.SetProperty(s => s.NextOn, next), cancel) == 0)
        {
            await work.Rollback();
            return true;
        }
        db.Add(new ReportRun(due.Id, due.NextOn, now));
        work.Subject = due.Id;
        await work.Commit("reports.schedule.due", cancel: cancel);
        return true;
    }

    private async Task<bool> Make(CancellationToken cancel)
    {
        await using var services = scopes.CreateAsyncScope();
        var with = services.ServiceProvider;
        var (db, work) = (with.GetRequiredService<BridgeheadDb>(), with.GetRequiredService<UnitOfWork>());
        if (await Claim(db, cancel) is not { } run) return false;
        var schedule = await db.Set<ReportSchedule>().AsNoTracking().SingleAsync(s => s.Id == run.ScheduleId, cancel);
        work.Subject = schedule.Id;
        try
        {
            Refusal.Unless(await Become(with, db, schedule, cancel), $"{schedule.Owner}的账号已停用或不能再生成报告，请由他人重新设定");
            var (file, name) = await with.GetRequiredService<MakeScheduled>().Run(schedule, run.DueOn, cancel);
            if (await Finish(db, run, RunState.Done, file, name, null, cancel) > 0) await with.GetRequiredService<TellSubscribers>().Made(schedule, run, file, name, cancel);
            await work.Commit("reports.schedule.make", cancel: cancel);
        }
        catch (Refusal refusal)
        {
            await work.Rollback();
            await db.BeginWrite(cancel);
            if (await Finish(db, run, RunState.Failed, null, null, refusal.Message, cancel) > 0) await with.GetRequiredService<TellSubscribers>().Failed(schedule, run, refusal.Message, cancel);
            work.Reason = refusal.Message;
            await work.Commit("reports.schedule.make", AuditResult.Refused, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure);
            await work.Rollback();
            await db.BeginWrite(cancel);
            var last = run.Attempts >= ReportRun.Tries;
            var why = $"程序出错，已试{run.Attempts}次：{failure.GetType().Name}";
            if (await Finish(db, run, last ? RunState.Failed : RunState.Waiting, null, null, why, cancel) > 0 && last) await with.GetRequiredService<TellSubscribers>().Failed(schedule, run, why, cancel);
            await work.Commit("reports.schedule.make", AuditResult.Failed, cancel);
        }
        return true;
    }

    private async Task<ReportRun?> Claim(BridgeheadDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.Set<ReportRun>().AsNoTracking().Where(r => r.State == RunState.Waiting || (r.State == RunState.Working && r.LeaseUntil < now)).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel);
        if (open is null) return null;
        var (until, attempts) = (now + Lease, open.Attempts + 1);
        var taken = await db.Set<ReportRun>().Where(r => r.Id == open.Id && r.Attempts == open.Attempts && (r.State == RunState.Waiting || (r.State == RunState.Working && r.LeaseUntil < now)))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Working).SetProperty(r => r.Node, node).SetProperty(r => r.LeaseUntil, until).SetProperty(r => r.Attempts, attempts), cancel);
        open.Attempts = attempts;
        return taken == 1 ? open : null;
    }

    private Task<int> Finish(BridgeheadDb db, ReportRun run, RunState state, StoredFile? file, string? name, string? why, CancellationToken cancel)
    {
        var (now, digest, size, said) = (clock.GetUtcNow().UtcDateTime, file?.Digest, file?.Size ?? 0, why is { Length: > 500 } ? why[..500] : why);
        return db.Set<ReportRun>().Where(r => r.Id == run.Id && r.Node == node && r.State == RunState.Working).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state).SetProperty(r => r.FinishedAt, now)
            .SetProperty(r => r.LeaseUntil, (DateTime?)null).SetProperty(r => r.FileName, name).SetProperty(r => r.FileDigest, digest).SetProperty(r => r.Size, size).SetProperty(r => r.Why, said), cancel);
    }

    /// <summary>The owner, as the rights are now. False when the account is closed or may no longer make such reports.</summary>
    private static async Task<bool> Become(IServiceProvider with, BridgeheadDb db, ReportSchedule schedule, CancellationToken cancel)
    {
        var asker = with.GetRequiredService<Asker>();
        if (schedule.ById is not { } owner)
        {
            asker.BecomesOperator();
            return true;
        }
        if (await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit).FirstOrDefaultAsync(u => u.Id == owner && !u.Disabled, cancel) is not { } user) return false;
        asker.Becomes(user, DataScope.RootFor(user.Role, user.Unit));
        asker.Address = "background";
        return asker.May(Permission.MakeReports) && (schedule.Report is ScheduledReport.Bulletin or ScheduledReport.Brief || asker.May(Permission.Export));
    }

    [LoggerMessage(LogLevel.Error, "A scheduled report could not be made; it is tried again, three times at most.")]
    private static partial void Failed(ILogger logger, Exception failure);
}

/// <summary>Looks once a minute whether a report is due.</summary>
internal sealed class ScheduleClock(WorkOnSchedules work, ILogger<ScheduleClock> log) : Beat(TimeSpan.FromMinutes(1), log)
{
    protected override async Task Look(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await work.Step(stop))
        {
        }
    }
}
