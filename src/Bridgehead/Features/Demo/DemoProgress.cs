using System.Globalization;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>A year of plans, monthly reports, problems and looks of the first projects: most on time, some late, some missing, each unit in its own way.</summary>
public sealed class DemoProgress(BridgeheadDb db, GatherCoverage gather) : DemoChapter
{
    private const int Span = 12;
    private static readonly string[] People = ["罗小雨", "吴凡", "赵蕾", "李慧", "王强", "张静"];
    private static readonly (ProblemKind Kind, string Text, string Needs)[] Obstacles =
    [
        (ProblemKind.Land, "二期用地尚未完成征收，影响施工进场", "自然资源局"), (ProblemKind.Money, "银行贷款授信未批，后续投资衔接不上", "金融工作局"), (ProblemKind.Approval, "环评报告需补充材料，批复推迟", "生态环境局"),
        (ProblemKind.Policy, "协议约定的厂房装修补助尚未兑现", "财政局"), (ProblemKind.Labour, "熟练技工缺口约60人", "人力资源和社会保障局"), (ProblemKind.Other, "厂区外围道路未通，大件设备无法进场", "住房和城乡建设局"),
    ];

    /// <inheritdoc />
    public override int Order => 60;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var rules = new ProgressRules();
        rules.SetDue(5, Months.Of(today.AddMonths(-Span)));
        rules.SetForm("青经合调1表", "青岚市经济合作局", string.Create(CultureInfo.InvariantCulture, $"青统制〔{today.Year}〕7号"), new DateOnly(today.Year + 1, 12, 31));
        db.Add(rules);
        await db.SaveChangesAsync(cancel);
        var signed = await db.Set<Project>().AsNoTracking().OrderBy(p => p.Number).Take(Detailed).Where(p => p.SignedOn != null && p.StageOrder >= 4 && p.StageOrder < 90).ToListAsync(cancel);
        var (plans, instalments, milestones, reports, problems, looks) = (new List<ProgressPlan>(), new List<Instalment>(), new List<Milestone>(), new List<MonthlyReport>(), new List<ReportedProblem>(), new List<Look>());
        foreach (var project in signed)
        {
            var random = new DemoRandom(size.Seed * 7 + int.Parse(project.Number[^6..], CultureInfo.InvariantCulture));
            if (random.Chance(88)) Plan(project, random, today, plans, instalments, milestones);
            Reports(project, random, today, reports, problems, units);
            Looks(project, random, today, looks);
        }
        await BulkInsert.Into(db, plans, cancel);
        await BulkInsert.Into(db, instalments, cancel);
        await BulkInsert.Into(db, milestones, cancel);
        await BulkInsert.Into(db, reports, cancel);
        await BulkInsert.Into(db, problems, cancel);
        await BulkInsert.Into(db, looks, cancel);
        // a city for measuring lists keeps its looks for the first projects alone
        if (size.Projects <= 50_000) await gather.Rest(cancel);
        else await gather.Restate([.. signed.Select(p => p.Id)], cancel);
    }

    private static void Plan(Project project, DemoRandom random, DateOnly today, List<ProgressPlan> plans, List<Instalment> instalments, List<Milestone> milestones)
    {
        var template = project.Branch == Branch.Secondary && random.Chance(30) ? MilestoneTemplate.All[1] : project.Branch == Branch.Tertiary && random.Chance(40) ? MilestoneTemplate.All[4] : MilestoneTemplate.For(project.Branch);
        var proposal = MakePlan.Proposal(project, template);
        var plan = new ProgressPlan(project.Id, project.SignedOn!.Value);
        var (revised, made) = (random.Chance(20), Earlier(project.SignedOn.Value.AddDays(10), today));
        foreach (var line in proposal.Instalments)
            instalments.Add(new Instalment(project.Id, 1, Period.Read(line.Period).Months, WanAmount.Read(line.Arrival, ""), WanAmount.Read(line.Investment, "")));
        var first = proposal.Milestones.Select((m, at) => new Milestone(project.Id, 1, at, m.Name!, m.PlannedOn!.Value)).ToList();
        plan.Revise(template.Code, first[^1].PlannedOn.AddDays(1), project.AmountFen, made, random.Pick(People), null);
        var holding = first;
        if (revised && today > made.AddDays(120) && first[^1].PlannedOn > today.AddDays(-120))
        {
            // put off as a whole: the first plan stays beside the second
            var on = Earlier(today.AddDays(-random.Next(100)), today);
            var days = 30 + random.Next(120);
            holding = [.. first.Select((m, at) => m.Replanned(2, at, m.PlannedOn > on ? m.PlannedOn.AddDays(days) : Reached(project, m) is null && m.PlannedOn < on ? on.AddDays(20 + at * 25) : m.PlannedOn, on))];
            foreach (var line in instalments.Where(i => i.ProjectId == project.Id).ToList()) instalments.Add(new Instalment(project.Id, 2, line.Span, new Money(line.ArrivalFen), new Money(line.InvestmentFen)));
            plan.Revise(template.Code, holding[^1].PlannedOn.AddDays(1), project.AmountFen, on, random.Pick(People), random.Pick(["用地交付推迟", "企业调整建设时序", "设备交货期延长"]));
            milestones.AddRange(first);
        }
        foreach (var m in holding) Note(project, m, random, today);
        milestones.AddRange(holding);
        plans.Add(plan);
    }

    private static void Note(Project project, Milestone m, DemoRandom random, DateOnly today)
    {
        var known = m.Name == "开工" ? project.StartedOn : m.Name == "投产" ? project.ProducedOn : null;
        if (Reached(project, m) is { } reached)
        {
            var on = Earlier(known ?? Earlier(m.PlannedOn.AddDays(random.Next(50) - 15), reached), today);
            m.Note(null, on, Earlier(on.AddDays(random.Next(12)), today));
        }
        else if (m.PlannedOn > today && m.PlannedOn < today.AddDays(150) && random.Chance(25)) m.Note(m.PlannedOn.AddDays(15 + random.Next(90)), null, today.AddDays(-random.Next(45)));
    }

    // the day by which a milestone must have been reached, as the stages tell it
    private static DateOnly? Reached(Project project, Milestone m) => m.Name switch
    {
        "开工" => project.StartedOn,
        "投产" => project.ProducedOn,
        "公司注册" when project.StageOrder > 4 => project.StartedOn ?? project.SignedOn!.Value.AddDays(60),
        "公司注册" or "备案" or "拿地" or "施工许可" => project.StartedOn,
        _ => project.ProducedOn,
    };

    private static void Reports(Project project, DemoRandom random, DateOnly today, List<MonthlyReport> reports, List<ReportedProblem> problems, IReadOnlyList<Unit> units)
    {
        // each unit has a habit: the later in the administrative order, the less punctual
        var habit = Math.Max(0, units.First(u => u.Id == project.UnitId).Order - 10);
        var (who, pace, last) = (random.Pick(People), 40 + random.Next(75), (MonthlyReport?)null);
        var signed = project.SignedOn!.Value;
        for (var month = Months.Of(today.AddMonths(-Span)); month <= ReportDuty.LastMonth(today); month = Months.Next(month))
        {
            if (Months.Of(signed) > month) continue;
            var due = ReportDuty.DueOn(month, 5);
            var filed = due.AddDays(random.Chance(88 - habit * 3) ? -random.Next(5) : 1 + random.Next(9));
            if (random.Chance(3 + habit * 2) || filed > today) continue;
            var report = new MonthlyReport(project.Id, project.UnitId, month, due);
            var percent = Percent(project, Months.LastDay(month), pace);
            var invested = Math.Max(last?.InvestedFen ?? 0, project.AmountFen / 100 * percent / 1_000_000 * 1_000_000);
            var same = last is not null && invested == last.InvestedFen;
            report.File(new ReportFacts
            {
                Invested = new Money(invested), Arrived = new Money(Math.Max(last?.ArrivedFen ?? 0, invested * (85 + random.Next(25)) / 100 / 1_000_000 * 1_000_000)), Percent = Math.Max(last?.Percent ?? 0, percent), Physical = Words(percent),
                Workers = percent is 0 or 100 ? null : 20 + random.Next(180), NextSteps = percent < 100 ? "按计划推进，落实后续资金" : "组织验收，办理手续",
            }, last, same, filed, who, null);
            if (same) reports.Add(report);
            else
            {
                reports.Add(report);
                if (random.Chance(7)) Raise(project, random, filed, who, today, problems);
            }
            last = report;
        }
    }

    private static void Raise(Project project, DemoRandom random, DateOnly on, string who, DateOnly today, List<ReportedProblem> problems)
    {
        var (kind, text, needs) = random.Pick(Obstacles);
        var problem = new ReportedProblem(project.Id, kind, text, needs, on, who);
        var solved = on.AddDays(10 + random.Next(120));
        if (solved <= today && random.Chance(70)) problem.Close(solved, who);
        problems.Add(problem);
    }

    private static void Looks(Project project, DemoRandom random, DateOnly today, List<Look> looks)
    {
        for (var times = random.Next(4); times > 0; times--)
        {
            var on = today.AddDays(-random.Next(260));
            if (on < project.SignedOn) continue;
            Side[] sides = project.StageOrder >= 10 ? random.Chance(60) ? [Side.Operation] : [Side.Performance, Side.Operation] : random.Chance(50) ? [Side.Construction] : [Side.Performance, Side.Construction, Side.Money];
            looks.Add(new Look(project.Id, on, random.Pick([LookKind.Visit, LookKind.Visit, LookKind.Check, LookKind.Call]), sides,
                random.Pick(["现场施工正常，与月报一致", "主体施工有序，材料已进场", "现场人员较少，进度偏慢", "生产线运行正常，订单充足", "企业反映资金周转偏紧", "票据与现场实物相符"]),
                random.Pick([null, "月底前回访", "协调部门联合到场", "督促补报凭证"]), today, random.Pick(People)));
        }
    }

    // investment follows the stages: little before the start, most of it while building, all of it soon after production begins
    private static int Percent(Project project, DateOnly on, int pace)
    {
        if (project.StartedOn is not { } started || on < started) return on > project.SignedOn!.Value.AddDays(60) ? 3 : 0;
        var span = (project.ProducedOn ?? started.AddDays(420)).DayNumber - started.DayNumber;
        var done = 5 + (on.DayNumber - started.DayNumber) * 90 / Math.Max(120, span);
        return Math.Clamp(project.ProducedOn is { } produced && on >= produced ? 96 + (on.DayNumber - produced.DayNumber) / 45 : done * pace / 100, 0, 100);
    }

    private static string Words(int percent) => percent switch
    {
        < 3 => "正在办理前期手续", < 10 => "场地平整，施工准备", < 30 => "基础施工", < 55 => "主体结构施工", < 75 => "主体封顶，二次结构施工", < 90 => "设备进场安装", < 100 => "调试试产", _ => "全部建成，正常生产",
    };

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
