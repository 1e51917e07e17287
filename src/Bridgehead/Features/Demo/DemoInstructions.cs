using Bridgehead.Features.Access;
using Bridgehead.Features.Instructions;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>What the vice mayor of the demo city wrote in the last weeks: on figures and on projects, in every state, two of them overdue.</summary>
internal sealed class DemoInstructions(BridgeheadDb db, AskFigure ask, ScopedUnits scope) : DemoChapter
{
    private static readonly (string Unit, string Indicator, string Text)[] OnFigures =
    [
        ("danqiao", DefaultIndicators.ArrivedFunds, "到位资金进度偏慢，请逐个项目核对资金计划，说明未到位的原因和补救措施。"),
        ("linlan", DefaultIndicators.StartedProjects, "开工数上来了，请注意手续齐全，严禁未批先建。请把在建项目清单报我。"),
        ("songyan", DefaultIndicators.ForeignCapital, "外资到资明年要有突破，请会同驻外机构提出重点企业名单。"),
    ];

    private static readonly string[] OnProjects =
    [
        "该项目签约已久，请核实迟迟未开工的原因，能协调的请列出需市级协调的事项。", "请跟进设备采购合同和进场时间，按月报告。", "用地和用能是否已落实？请与自然资源、供电部门对接后报告。",
        "投资方近期有增资意向，请安排专人对接。", "请核实项目公司注册资本到位情况。",
    ];

    /// <inheritdoc />
    public override int Order => 930;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        scope.Forget();
        var leader = await db.Set<AppUser>().FirstAsync(u => u.UserName == "leader", cancel);
        var clerk = await db.Set<AppUser>().FirstAsync(u => u.UserName == "district-clerk", cancel);
        var answering = new[] { "linlan", "yunpi", "bureau" };
        var number = 0;
        foreach (var (code, indicator, text) in OnFigures)
        {
            var answer = await ask.Run(new FigureInput { Unit = code, Indicator = indicator, From = Months.Text(today.Year * 100 + 1), To = Months.Text(Months.Of(today)) }, cancel);
            var about = new InstructionAbout(InstructionSubject.Figure, answer.Question.Indicator.Name) { Indicator = indicator, FigureUnitId = answer.Question.Unit.Id, Span = answer.Question.Span, Seen = answer.Whole.Value };
            Add(about, text, units.First(u => u.Code == (answering.Contains(code) ? code : "bureau")), null, leader, today, number++);
        }
        var district = units.First(u => u.Code == "linlan").Id;
        var projects = await db.Set<Project>().Where(p => p.UnitId == district && p.SignedOn != null).OrderByDescending(p => p.AmountFen).ThenBy(p => p.Id).Take(OnProjects.Length).Select(p => new { p.Id, p.Name }).ToListAsync(cancel);
        foreach (var (project, text) in projects.Zip(OnProjects))
            Add(new InstructionAbout(InstructionSubject.Project, project.Name) { ProjectId = project.Id }, text, units.First(u => u.Id == district), number % 2 == 0 ? clerk : null, leader, today, number++);
        await db.SaveChangesAsync(cancel);
    }

    // each has come a step further than the one before; the first two are past their day
    private void Add(InstructionAbout about, string text, Unit to, AppUser? person, AppUser leader, DateOnly today, int number)
    {
        var given = today.AddDays(-12 + number);
        StepBy By(AppUser? who, int days) => new(who?.Id, who?.DisplayName ?? "罗小雨", given.AddDays(days).ToDateTime(new TimeOnly(1 + number, 20), DateTimeKind.Utc));
        var made = new Instruction(about, text, to.Id, person is null ? null : (person.Id, person.DisplayName), given.AddDays(number < 2 ? 8 : 16), By(leader, 0));
        if (number % 4 != 3) made.Accept(By(person, 1));
        if (number is 2 or 4 or 6) made.Answer("已会同有关部门核实：资金计划已调整，企业承诺下月底前补足，我区每周跟踪。", By(person, 2));
        if (number == 4) made.Return("请附企业书面承诺和补足计划。", null, By(leader, 3));
        if (number == 6) made.Close("同意，请继续跟踪。", By(leader, 3));
        db.Add(made);
    }
}
