using Bridgehead.Features.Access;
using Bridgehead.Features.Mail;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Schedules;

/// <summary>
/// Sends what was made to its subscribers: to those who, with the rights of that day, may still see it; in each one's language. That it failed is told to whose it is.
/// On the page of reports it is announced in any case.
/// </summary>
public sealed class TellSubscribers(BridgeheadDb db, WriteLetter write)
{
    /// <summary>A file was made.</summary>
    internal async Task Made(ReportSchedule schedule, ReportRun run, StoredFile file, string name, CancellationToken cancel)
    {
        foreach (var person in await Subscribers(schedule, cancel))
        {
            var words = Words.In(person.Language);
            await write.To(person.Id, words.Say($"{Path.GetFileNameWithoutExtension(name)}已生成"), words.Say($"{person.DisplayName}：您订阅的《{Path.GetFileNameWithoutExtension(name)}》已按期（{run.DueOn}）生成，登录后查看。不再需要的，可在同一页退订。"),
                $"/reports/schedules/{schedule.Id}", run.Id, (file.Digest, name), cancel);
        }
    }

    /// <summary>It could not be made.</summary>
    internal async Task Failed(ReportSchedule schedule, ReportRun run, string why, CancellationToken cancel)
    {
        if (!write.IsOn || await db.Set<AppUser>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == schedule.ById && !u.Disabled, cancel) is not { } owner) return;
        var words = Words.In(owner.Language);
        await write.To(owner.Id, words.Say($"{words.Of(schedule.Report)}没有生成"), words.Say($"{owner.DisplayName}：您设定的{words.Of(schedule.Report)}（{run.DueOn}）没有生成：{why}"), $"/reports/schedules/{schedule.Id}", run.Id, null, cancel);
    }

    private async Task<List<AppUser>> Subscribers(ReportSchedule schedule, CancellationToken cancel)
    {
        if (!write.IsOn) return [];
        var people = await db.Set<ScheduleSubscriber>().Where(s => s.ScheduleId == schedule.Id).Join(db.Set<AppUser>().Include(u => u.Unit).Where(u => !u.Disabled), s => s.UserId, u => u.Id, (_, u) => u).AsNoTracking().ToListAsync(cancel);
        var unit = await db.Set<Unit>().AsNoTracking().SingleAsync(u => u.Id == schedule.UnitId, cancel);
        return [.. people.Where(person =>
        {
            var asker = new Asker();
            asker.Becomes(person, DataScope.RootFor(person.Role, person.Unit));
            return asker.Covers(unit.Path) && asker.May(Permission.MakeReports) && (schedule.Report is ScheduledReport.Bulletin or ScheduledReport.Brief || asker.May(Permission.Export));
        })];
    }
}
