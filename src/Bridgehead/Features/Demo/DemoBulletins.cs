using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports;
using Bridgehead.Features.Reports.Bulletins;
using Bridgehead.Features.Reports.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>The bulletins of the demo city: one released without a ranking, one whose ranking is shown now with an objection; and two reports made by themselves.</summary>
internal sealed class DemoBulletins(BridgeheadDb db, MakeBulletin make, DecideReport decide, KeepRankSetting ranks, MakeScheduled scheduled, TimeProvider clock) : DemoChapter
{
    private const string Clerk = "周敏", Reviewer = "何立群";

    /// <inheritdoc />
    public override int Order => 955;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var (city, before, last) = (units.First(u => u.Kind == UnitKind.City), today.AddMonths(-2), today.AddMonths(-1));
        var released = await Reviewed(city, before, cancel);
        await decide.Release(released, Reviewer, cancel);
        await db.SaveChangesAsync(cancel);
        await ranks.Set(new RankSettingInput { IsOn = true, BoardSize = 1, AppealDays = 5 }, cancel);
        var shown = await Reviewed(city, last, cancel);
        if (await db.Set<BulletinRank>().FirstOrDefaultAsync(r => r.Id == shown.Id, cancel) is { } rank)
        {
            var at = clock.GetUtcNow().UtcDateTime.AddDays(-1);
            rank.Open(shown.State, today.AddDays(-1), at);
            db.Add(new RankAppeal(rank, units.Where(u => u.Kind == UnitKind.District).Skip(2).First().Id, "到位资金中有一笔市外省内资金的凭证上月末才认定，未计入当月，请核对后重排。", null, "吴凡", at.AddHours(3)));
            await db.SaveChangesAsync(cancel);
        }
        var owner = await db.Set<AppUser>().Where(u => u.UserName == "clerk").Select(u => u.Id).FirstAsync(cancel);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        await Made(new ReportSchedule(city.Id, ScheduledReport.Leads, ScheduleRhythm.Weekly, 1, owner, Clerk, today), monday, owner, cancel);
        await Made(new ReportSchedule(city.Id, ScheduledReport.Bulletin, ScheduleRhythm.Monthly, 5, owner, Clerk, today), null, owner, cancel);
    }

    private async Task<ReportDraft> Reviewed(Unit city, DateOnly month, CancellationToken cancel)
    {
        var draft = await make.Begin(new BulletinInput { Unit = city.Code, Year = month.Year, Month = month.Month }, Clerk, cancel);
        draft.Submit(null, Clerk, null);
        draft.Approve(null, Reviewer);
        await db.SaveChangesAsync(cancel);
        return draft;
    }

    private async Task Made(ReportSchedule schedule, DateOnly? due, Guid owner, CancellationToken cancel)
    {
        db.Add(schedule);
        await db.SaveChangesAsync(cancel);
        db.Add(new ScheduleSubscriber(schedule.Id, owner));
        if (due is { } day)
        {
            var (file, name) = await scheduled.Run(schedule, day, cancel);
            var at = day.ToDateTime(new TimeOnly(0, 1), DateTimeKind.Utc);
            db.Add(new ReportRun(schedule.Id, day, at) { State = RunState.Done, Attempts = 1, FinishedAt = at.AddSeconds(2), FileName = name, FileDigest = file.Digest, Size = file.Size });
        }
        await db.SaveChangesAsync(cancel);
    }
}
