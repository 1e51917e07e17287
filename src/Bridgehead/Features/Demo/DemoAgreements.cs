using System.Globalization;
using Bridgehead.Features.Agreements;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>The agreements of the demo city: formal ones with promises of both sides, some kept, some late, some missed, some waived or amended; framework agreements of projects still in talks.</summary>
internal sealed class DemoAgreements(BridgeheadDb db) : DemoChapter
{
    private static readonly string[] Consequences = ["逾期6个月以上的，甲方有权解除协议并收回扶持资金", "未达承诺部分按比例退还已享受的支持", "逾期每日按履约保证金的万分之五计违约金"];
    private static readonly (string Name, string Number, string Article)[] Bases =
        [("青岚市促进先进制造业高质量发展若干政策", "青府规〔2023〕2号", "第六条"), ("省级工业发展资金管理办法", "川财规〔2022〕8号", "第九条"), ("青岚市标准厂房租金补助办法", "青府办规〔2024〕5号", "第四条")];

    private readonly List<Agreement> agreements = [];
    private readonly List<Promise> promises = [];
    private readonly List<StandingPromise> standing = [];
    private readonly Dictionary<Guid, List<Fulfilment>> records = [];

    /// <inheritdoc />
    public override int Order => 200;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt == null).OrderBy(p => p.Number).Take(Detailed).ToListAsync(cancel);
        var (random, names) = (new DemoRandom(size.Seed + 311), units.ToDictionary(u => u.Id));
        foreach (var project in projects)
        {
            var place = names[project.ParkId ?? project.UnitId];
            var government = place.Kind == UnitKind.District ? place.Name + "人民政府" : place.Name;
            if (project.SignedOn is { } signed) Formal(project, signed, government, random, today);
            else if (project.StageOrder >= 2 && project.StageOrder < 4 && random.Chance(45)) Framework(project, government, random, today);
        }
        await BulkInsert.Into(db, agreements, cancel);
        await BulkInsert.Into(db, promises, cancel);
        await BulkInsert.Into(db, standing, cancel);
        await BulkInsert.Into(db, records.Values.SelectMany(r => r), cancel);
    }

    private void Framework(Project project, string government, DemoRandom random, DateOnly today)
    {
        var on = today.AddDays(-random.Next(120) - 3);
        var agreement = Draft(project, AgreementKind.Framework, government, on, $"青招框〔{on.Year}〕{random.Next(80) + 1}号");
        Add(agreement, Terms("investment", on, project.AmountFen > 0 ? project.AmountFen : Money.FromWan(5_000).Fen));
        Add(agreement, Terms("approvals", on, 0));
        Sign(agreement, on, today);
    }

    private void Formal(Project project, DateOnly signed, string government, DemoRandom random, DateOnly today)
    {
        var agreement = Draft(project, AgreementKind.Investment, government, signed, string.Create(CultureInfo.InvariantCulture, $"青招协〔{signed.Year}〕{project.Number[^4..]}号"));
        var kinds = PromiseTemplate.For(project.Branch ?? Branch.Secondary, project, signed).Where((t, i) => i < 3 || random.Chance(55)).Take(8).ToList();
        foreach (var terms in kinds) Add(agreement, terms with { Consequence = random.Chance(60) ? random.Pick(Consequences) : null, Note = Note(terms.Kind) });
        if (random.Chance(55))
        {
            var basis = random.Pick(Bases);
            Add(agreement, Terms("support-funds", signed, project.AmountFen / 100 * (1 + random.Next(4)) / 1_000_000 * 1_000_000 + 1_000_000) with { BasisName = basis.Name, BasisNumber = basis.Number, BasisArticle = basis.Article, Note = "设备投资补助，分两期拨付" });
        }
        Sign(agreement, signed, today);
        var lines = Own(agreement).Select(p => new StandingPromise(p, signed)).ToList();
        foreach (var line in lines) Fulfil(line, project, random, today);
        if (random.Chance(14) && signed.AddDays(200) < today) Supplement(agreement, lines, signed.AddDays(150 + random.Next(Math.Max(1, today.DayNumber - signed.DayNumber - 150))), random, today);
        standing.AddRange(lines);
    }

    private void Supplement(Agreement first, List<StandingPromise> lines, DateOnly on, DemoRandom random, DateOnly today)
    {
        if (on > today) on = today;
        var next = first.Supplement(new AgreementFacts { Number = first.Number + "补1", Government = first.Government, Enterprise = first.Enterprise, Note = "因用地手续办理时间调整" }, Clock(on));
        var old = Own(first).ToList();
        for (var i = 0; i < old.Count; i++)
        {
            var open = lines.First(l => l.Id == old[i].LineId).MetOn is null;
            if (open && i == old.Count - 1 && random.Chance(40)) continue;
            Add(next, open ? old[i].Terms with { DueOn = old[i].DueOn.AddMonths(6 + random.Next(7)) } : old[i].Terms, old[i].LineId);
        }
        if (random.Chance(50)) Add(next, Terms("jobs", on, 1_000_000 + random.Next(20) * 100_000L));
        agreements.Add(next);
        next.Touch(Own(next).Count(), Clock(on));
        next.Sign(on, first.SignedOn, today, "周敏");
        var kept = Own(next).ToDictionary(p => p.LineId);
        foreach (var line in lines)
            if (kept.TryGetValue(line.Id, out var promise))
            {
                line.Amend(promise);
                line.Reckon(records.GetValueOrDefault(line.Id, []));
            }
            else line.Drop(on);
        lines.AddRange(kept.Values.Where(p => lines.All(l => l.Id != p.LineId)).Select(p => new StandingPromise(p, on)).ToList());
    }

    private void Fulfil(StandingPromise line, Project project, DemoRandom random, DateOnly today)
    {
        var kind = PromiseKind.Of(line.Kind);
        var happened = line.Kind switch { "start" => project.StartedOn, "production" => project.ProducedOn, "completion" => project.ProducedOn?.AddDays(-40), _ => null };
        if (line.Kind is "start" or "production" or "completion")
        {
            if (happened is { } on) Record(line, on < line.Since ? line.Since : on, 0, kind, random, today);
        }
        else if (line.DueOn <= today.AddDays(60))
        {
            var luck = random.Next(100);
            var share = luck < 52 ? 100 + random.Next(18) : luck < 80 ? 35 + random.Next(60) : 0;
            var first = line.Since.AddDays(20 + random.Next(Math.Max(1, line.DueOn.DayNumber - line.Since.DayNumber)));
            if (share == 0 || first > today) share = 0;
            else if (kind.Measure == PromiseMeasure.Day && share >= 100) Record(line, first, 0, kind, random, today);
            else if (kind.Measure != PromiseMeasure.Day && line.Operator == PromiseOperator.AtMost) Record(line, first, line.Target * 100 / share, kind, random, today);
            else if (kind.Measure != PromiseMeasure.Day && kind.Adds)
            {
                Record(line, first, Part(kind, line.Target, share / 2), kind, random, today);
                if (first.AddDays(90) <= today) Record(line, first.AddDays(90), Part(kind, line.Target, share - share / 2 + 1), kind, random, today);
            }
            else if (kind.Measure != PromiseMeasure.Day) Record(line, first, Part(kind, line.Target, share), kind, random, today);
        }
        line.Reckon(records.GetValueOrDefault(line.Id, []));
        if (line.StateOn(today) == PromiseState.Missed && random.Chance(12))
        {
            line.AskWaiver("受上游供应调整影响，经会商同意调整该项目标", null, "罗小雨");
            if (random.Chance(60)) line.DecideWaiver(true, line.DueOn.AddDays(30) <= today ? line.DueOn.AddDays(30) : today, Guid.Empty, "何立群");
        }
    }

    private void Record(StandingPromise line, DateOnly on, long value, PromiseKind kind, DemoRandom random, DateOnly today)
    {
        if (!records.TryGetValue(line.Id, out var own)) records.Add(line.Id, own = []);
        own.Add(new Fulfilment(line, on, value, Paper(kind.Evidence, on, random), today, null, random.Pick(["周敏", "罗小雨", "吴凡"]), Clock(on)));
    }

    private static string Paper(EvidenceType evidence, DateOnly on, DemoRandom random) => evidence switch
    {
        EvidenceType.Vouchers => $"付款凭证及发票汇总（{on.Year}年{on.Month}月）", EvidenceType.BankSlip => string.Create(CultureInfo.InvariantCulture, $"银行回单 {on:yyyyMMdd}-{random.Next(9000) + 1000}"),
        EvidenceType.Permit => $"建筑工程施工许可证 {on.Year}{random.Next(9000) + 1000}号", EvidenceType.Certificate => "不动产测绘报告", EvidenceType.Statistics => $"{on.Year}年统计报表",
        EvidenceType.TaxRecord => $"{on.Year}年度完税证明", EvidenceType.SocialInsurance => $"社保缴纳人数证明（{on.Year}年{on.Month}月）", _ => $"会议纪要〔{on.Year}〕{random.Next(60) + 1}号",
    };

    private static string? Note(string kind) => kind switch
    {
        "annual-output" => "投产后第一个完整年度", "annual-tax" or "tax-per-mu" => "投产后第一个完整年度，不含出口退税", "land-supply" => "以招标拍卖挂牌方式供应，不承诺价格和受让人", "site-works" => "通平一次，水、电、路、气、通信到红线", _ => null,
    };

    private Agreement Draft(Project project, AgreementKind kind, string government, DateOnly on, string number)
    {
        var agreement = new Agreement(project.Id, new AgreementFacts { Kind = kind, Number = number, Government = government, Enterprise = project.Investor ?? "投资方" }, Clock(on));
        agreements.Add(agreement);
        return agreement;
    }

    private void Add(Agreement agreement, PromiseTerms terms, Guid? line = null) => promises.Add(new Promise(agreement, terms, line, Own(agreement).Count() + 1));

    private IEnumerable<Promise> Own(Agreement agreement) => Enumerable.Reverse(promises).TakeWhile(p => p.ProjectId == agreement.ProjectId).Where(p => p.AgreementId == agreement.Id).Reverse();

    private void Sign(Agreement agreement, DateOnly on, DateOnly today)
    {
        agreement.Touch(Own(agreement).Count(), Clock(on));
        agreement.Sign(on, null, today, "周敏");
    }

    private static PromiseTerms Terms(string code, DateOnly from, long target)
    {
        var kind = PromiseKind.Of(code);
        return new PromiseTerms { Kind = code, Party = kind.Party, Operator = kind.Operator, Evidence = kind.Evidence, DueOn = from.AddMonths(kind.Months), Target = target };
    }

    // whole units look like what a person writes
    private static long Part(PromiseKind kind, long target, int percent)
    {
        var step = kind.Measure == PromiseMeasure.Money ? 1_000_000 : kind.Unit == "人" ? 10_000 : 100;
        return Math.Max(step, target / 100 * percent / step * step);
    }

    private static DateTime Clock(DateOnly on) => on.ToDateTime(new TimeOnly(2, 30), DateTimeKind.Utc);
}
