using Bridgehead.Features.Organisations;
using Bridgehead.Features.Reports.Briefs;
using Bridgehead.Features.Reports.Bulletins;
using Bridgehead.Features.Reports.LedgerFiles;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Schedules;

/// <summary>Makes the file of a schedule for a day, as the person whose it is: the month before for what is monthly, the seven days before for what is weekly.</summary>
public sealed class MakeScheduled(
    BridgeheadDb db, MakeBulletin bulletins, MakeBrief briefs, MakeLedgerFile ledgers, WordDocument word, FormOfCity forms, AttachmentStore store, ScopedUnits scope, Words words, Asker asker, TimeProvider clock)
{
    /// <summary>The kept file. Refused when the unit is no longer in scope, and for whatever the report refuses.</summary>
    public async Task<(StoredFile File, string Name)> Run(ReportSchedule schedule, DateOnly due, CancellationToken cancel = default)
    {
        var unit = await scope.Find(schedule.UnitId, cancel) ?? throw new Refusal($"单位已不在{asker.Name}的数据范围内，请重新设定");
        var (from, to) = Days(schedule.Rhythm, due);
        var now = clock.GetUtcNow().UtcDateTime;
        var (name, suffix, path) = ("", ".docx", Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")));
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                if (schedule.Report == ScheduledReport.Bulletin)
                {
                    var report = await bulletins.Run(new BulletinInput { Unit = unit.Code, Year = to.Year, Month = to.Month }, cancel);
                    await file.WriteAsync(word.Write(report, await forms.Read(cancel)), cancel);
                    name = report.Title;
                }
                else if (schedule.Report == ScheduledReport.Brief)
                {
                    var brief = (await briefs.Run(new BriefQuery { Unit = unit.Code }, cancel))!;
                    await file.WriteAsync(BriefWord.Write(brief, await forms.Read(cancel), words), cancel);
                    name = brief.Title;
                }
                else
                {
                    var ledger = await ledgers.Run(Ledger(schedule.Report, unit, from, to), cancel);
                    await LedgerWorkbook.Write(file, ledger, words, LedgerPaper.A4, LedgerWorkbook.Mark(words, await scope.Giver(words, cancel), now), cancel);
                    (name, suffix) = (ledger.Title, ".xlsx");
                }
                file.Position = 0;
                var kept = await store.Keep(file, name + suffix, now, cancel);
                await db.BeginWrite(cancel);
                await db.Database.ExecuteSqlAsync($"""
                    INSERT INTO "StoredFiles" ("Digest", "Size", "MediaType", "FirstSeenAt") VALUES ({kept.Digest}, {kept.Size}, {kept.MediaType}, {kept.FirstSeenAt})
                    ON CONFLICT DO NOTHING
                    """, cancel);
                return (kept, name.Length > 190 ? name[..190] + suffix : name + suffix);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The days a report of a day tells of.</summary>
    public static (DateOnly From, DateOnly To) Days(ScheduleRhythm rhythm, DateOnly due)
    {
        if (rhythm == ScheduleRhythm.Weekly) return (due.AddDays(-7), due.AddDays(-1));
        var first = new DateOnly(due.Year, due.Month, 1).AddMonths(-1);
        return (first, first.AddMonths(1).AddDays(-1));
    }

    private static LedgerFileQuery Ledger(ScheduledReport report, Unit unit, DateOnly from, DateOnly to) => new()
    {
        // who moves slowly is known for today only
        Unit = unit.Code, From = from, To = report == ScheduledReport.Stalled ? null : to, Kind = report switch
        {
            ScheduledReport.NewlySigned => LedgerFileKind.NewlySigned,
            ScheduledReport.Started => LedgerFileKind.Started,
            ScheduledReport.Producing => LedgerFileKind.Producing,
            ScheduledReport.Stalled => LedgerFileKind.Stalled,
            ScheduledReport.Arrivals => LedgerFileKind.Arrivals,
            _ => LedgerFileKind.Leads,
        },
    };
}
