using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>Which bulletin.</summary>
public sealed class BulletinInput
{
    /// <summary>The unit: code, name or short name.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>The year.</summary>
    [Range(1991, 2100, ErrorMessage = "年度应在1991至2100之间")] public int Year { get; set; }
    /// <summary>Up to which month, 1 to 12.</summary>
    [Range(1, 12, ErrorMessage = "截止月份应在1至12之间")] public int Month { get; set; }
    /// <summary>As it stood at the end of this day; today when left out.</summary>
    public DateOnly? AsOf { get; set; }
}

/// <summary>Makes the monthly bulletin and keeps it as a report to be edited, reviewed and released; the same for page, API, command line and schedule.</summary>
public sealed class MakeBulletin(BridgeheadDb db, CollectFacts collect, CollectBulletin more, KeepRankSetting ranks, BeginReport begin, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>The bulletin as a document. Refused for a unit out of scope and months to come.</summary>
    public async Task<WorkReport> Run(BulletinInput input, CancellationToken cancel = default)
    {
        var unit = await Unit(input, cancel);
        return ComposeBulletin.Run(await Facts(unit, input, cancel));
    }

    /// <summary>Begins it as a kept report; a bulletin with a ranking has to show it to the units before it is released.</summary>
    public async Task<ReportDraft> Begin(BulletinInput input, string? by = null, CancellationToken cancel = default)
    {
        var unit = await Unit(input, cancel);
        var facts = await Facts(unit, input, cancel);
        var report = ComposeBulletin.Run(facts);
        var draft = new ReportDraft(ReportDraft.Bulletin, unit.Id, facts.Report.Year, facts.Report.Months, facts.Report.AsOf, asker.UserId, by ?? asker.Name, clock.GetUtcNow().UtcDateTime);
        draft.Word(new ReportHead(string.Join(' ', report.TitleWords), null, null, facts.Addressee, report.SignedBy, null, null));
        await begin.Keep(draft, report, [], cancel);
        if (report.Parts.Any(part => (int)part.Which == BulletinParts.Ranking))
        {
            db.Add(new BulletinRank(draft.Id, (await ranks.Read(cancel)).AppealDays));
            await db.SaveChangesAsync(cancel);
        }
        return draft;
    }

    private async Task<BulletinFacts> Facts(Unit unit, BulletinInput input, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        Refusal.When(input.Year * 100 + input.Month > Months.Of(today), $"{input.Year}年{input.Month}月还没有到，不能通报", nameof(input.Month));
        return await more.Run(unit, await collect.Run(unit, input.Year, input.Month, input.AsOf, cancel), input.AsOf < today ? input.AsOf : null, cancel);
    }

    private async Task<Unit> Unit(BulletinInput input, CancellationToken cancel)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", nameof(input.Unit));
        return unit!;
    }
}
