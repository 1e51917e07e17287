using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>
/// The books of the demo city: evidence that was cross-checked or audited, the year before and this year's months closed but for the last one over, a
/// bank slip that came late, a closed month corrected in the open one, a derived indicator and the statistics bureau's numbers beside ours.
/// </summary>
public sealed class DemoCloses(BridgeheadDb db, CloseMonth close, JudgeEvidence judge, RecordEntries record, ReverseEntry reverse, Figures figures, DefineIndicator define, TimeProvider clock) : DemoChapter
{
    private static readonly string[] Notes = ["", "两家企业财务停业盘点，月报下月补齐", "", "一张进账单等待银行回单，认定后补报", "", "", "疑似重复正在现场核实，不影响本月合计", ""];

    /// <inheritdoc />
    public override int Order => 900;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        await Judge(cancel);
        if (size.Projects <= DemoChapter.Detailed * 10) await Define(today.Year, cancel);
        var reviewer = await db.Set<AppUser>().Where(u => u.UserName == "reviewer").Select(u => new { u.Id, u.DisplayName }).FirstOrDefaultAsync(cancel);
        var last = Before(Before(Months.Of(today)));
        for (var month = (last / 100 - 1) * 100 + 12; month <= last; month = Months.Next(month))
        {
            var note = Notes[month % Notes.Length];
            var state = note.Length == 0 ? new CloseState(0, 0, 0, 0) : new CloseState(note.Contains("月报", StringComparison.Ordinal) ? 2 : 0, note.Contains("进账单", StringComparison.Ordinal) ? 1 : 0, note.Contains("重复", StringComparison.Ordinal) ? 1 : 0, 0);
            await close.Keep(month, state, note, (reviewer?.Id, reviewer?.DisplayName ?? "市局审核"), Months.LastDay(month).AddDays(4 + month % 3).ToDateTime(new TimeOnly(7, 20 + month % 30), DateTimeKind.Utc), cancel);
        }
        if (size.Projects > 0) await Later(last, cancel);
        await Official(units.First(u => u.Kind == UnitKind.City), last, cancel);
    }

    private Task<Indicator> Define(int year, CancellationToken cancel) => define.Run(new IndicatorInput
    {
        Code = "large-out-of-province", Name = "亿元以上省外产业项目到位资金", EnglishName = "Arrived funds of industrial projects over ¥100 m from other provinces", Display = "亿元", Base = DefaultIndicators.ArrivedFunds,
        AmountFromWan = 10_000, Origins = ["OtherProvince"], Branches = ["Secondary"], Scope = "省外投资、协议投资额1亿元（含）以上的工业项目到位资金", Authority = "青岚市经济合作局", ValidFrom = new DateOnly(year, 1, 1),
        FormNumber = "QLZS01", FormBody = "青岚市经济合作局", FormApproval = string.Create(CultureInfo.InvariantCulture, $"青统函〔{year}〕5号"), FormValidTo = new DateOnly(year + 1, 12, 31),
    }, cancel);

    private async Task Official(Unit city, int last, CancellationToken cancel)
    {
        foreach (var (code, span, value, source) in new[]
        {
            ("fixed-asset-investment", new Months(last / 100 * 100 + 1, last), 2_186_400L, "统计月报"), ("fixed-asset-investment", Months.OfYear(last / 100 - 1), 2_905_700L, "国民经济和社会发展统计公报"),
            (DefaultIndicators.ForeignCapital, new Months(last / 100 * 100 + 1, last), 8_412L, "商务部外资统计系统"),
        })
            db.Add(new OfficialFigure(code, city.Id, span, value * 1_000_000, "青岚市统计局", string.Create(CultureInfo.InvariantCulture, $"{span.Year}年{source}"), (null, "市局经办"), clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancel);
    }

    // what the tax office and the auditors have looked at: some large slips
    private async Task Judge(CancellationToken cancel)
    {
        var arrived = await db.Set<Indicator>().Where(i => i.Code == DefaultIndicators.ArrivedFunds).Select(i => i.Id).FirstAsync(cancel);
        var large = await db.Set<LedgerEntry>().Where(e => e.IndicatorId == arrived && !e.Whole && e.ReversesSequence == null).OrderByDescending(e => e.Sequence).Take(400).Select(e => new { e.EvidenceId, e.Value, e.Sequence }).ToListAsync(cancel);
        var n = 0;
        foreach (var id in large.OrderByDescending(e => e.Value).ThenBy(e => e.Sequence).Select(e => e.EvidenceId).Distinct().Take(60))
        {
            if (await judge.Find(id, cancel) is not { Tier: EvidenceTier.Documented } evidence) continue;
            var (to, source, basis) = (++n % 4) switch
            {
                0 => (EvidenceTier.Audited, SecondSource.Audit, "青审投〔2026〕12号审计报告"), 1 => (EvidenceTier.CrossChecked, SecondSource.Tax, "实收资本与纳税申报一致，税务局回函"),
                2 => (EvidenceTier.CrossChecked, SecondSource.Bank, "开户行对账单逐笔核对"), _ => (EvidenceTier.CrossChecked, SecondSource.Visit, "现场查看记账凭证原件"),
            };
            await judge.Run(evidence, new TierInput { To = to, Source = source, Basis = basis }, cancel);
        }
        db.ChangeTracker.Clear();
    }

    // a slip of the month before the last closed one, found only now, and an entry of a closed month taken back
    private async Task Later(int closed, CancellationToken cancel)
    {
        var day = Months.LastDay(Before(closed)).AddDays(-6);
        if (await figures.Named(DefaultIndicators.ArrivedFunds, day, cancel) is not { } arrived) return;
        var like = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.IndicatorId == arrived.Id && e.ProjectId != null && !e.Whole && e.ReversesSequence == null && e.ToMonth <= closed
            && !db.Set<Voucher>().Any(v => v.EvidenceId == e.EvidenceId)).OrderBy(e => e.Sequence).FirstOrDefaultAsync(cancel);
        if (like is null) return;
        var slip = new Evidence(EvidenceKind.Voucher, "迟到的资本金进账单", string.Create(CultureInfo.InvariantCulture, $"进账单 {day:yyyyMMdd}-补"), like.UnitId, clock.GetUtcNow().UtcDateTime);
        db.Add(slip);
        await db.SaveChangesAsync(cancel);
        await record.Run([new NewEntry(slip.Id, arrived.Id, like.UnitId, new Months(Months.Of(day), Months.Of(day)), day, Money.FromWan(680).Fen)
            { ProjectId = like.ProjectId, Origin = like.Origin, Industry = like.Industry, Band = like.Band, Sector = like.Sector, ProjectFen = like.ProjectFen }], cancel);
        await reverse.Run(like.Sequence, "复核发现其中一笔为借款，不计到位资金", cancel);
    }

    private static int Before(int month) => month % 100 == 1 ? month - 89 : month - 1;
}
