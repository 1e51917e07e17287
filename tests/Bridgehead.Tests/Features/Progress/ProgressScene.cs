using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Doors;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Progress;

/// <summary>Signed projects to plan, report and look at.</summary>
internal static class ProgressScene
{
    /// <summary>The facts of a signed project of 1.2亿.</summary>
    public static ProjectFacts Facts(Guid unit, DateOnly signed, string name) => new()
    {
        Name = name, UnitId = unit, Investor = "某公司", Origin = Origin.OtherProvince, Branch = Branch.Secondary, Amount = Money.FromWan(12_000), SignedOn = signed, Company = "某项目公司",
    };

    /// <summary>Opens one inside the application.</summary>
    public static async Task<Project> Signed(IServiceProvider services, string unit, DateOnly signed, string name, string stage = "signed")
    {
        var owner = await services.GetRequiredService<BridgeheadDb>().Set<Unit>().SingleAsync(u => u.Code == unit);
        return await services.GetRequiredService<OpenProject>().Run(Facts(owner.Id, signed, name), Stage.Called(stage)!);
    }

    /// <summary>Opens one and gives its identity.</summary>
    public static async Task<Guid> Signed(this TestApp app, string name, DateOnly signed, string unit = "east", string stage = "signed")
    {
        var id = Guid.Empty;
        await app.Inside(async services => id = (await Signed(services, unit, signed, name, stage)).Id);
        return id;
    }

    /// <summary>The day a project was signed, so many months ago, on the first.</summary>
    public static DateOnly MonthsAgo(int months) => First(DateTime.UtcNow.AddHours(8)).AddMonths(-months);

    /// <summary>The last month that is over, as text.</summary>
    public static string LastMonth => Months.Text(ReportDuty.LastMonth(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8))));

    private static DateOnly First(DateTime day) => new(day.Year, day.Month, 1);
}

/// <summary>Examples of what changes plans, reports and looks.</summary>
internal sealed class ProgressExamples : Examples
{
    private static readonly string Month = ProgressScene.LastMonth;

    public override IEnumerable<Write> Writes =>
    [
        new("POST /projects/{id:guid}/progress/plan", "district-clerk", async scene => Page($"/projects/{await Planned(scene)}/progress/plan", ("Input.Template", "leased"), ("Input.Milestones[0].Name", "投产"), ("Input.Milestones[0].PlannedOn", "2031-01-01"), ("Input.Reason", "用地推迟"), ("Input.Version", 1)))
            { Wrong = ("Input.Reason", Long), Other = ("Input.Reason", "另有原因"), Changes = true },
        new("POST /projects/{id:guid}/progress?handler=Milestone", "district-clerk", async scene => Page($"/projects/{await Planned(scene)}/progress?handler=Milestone", ("place", 0), ("forecastOn", "2031-03-01"), ("version", 1)))
            { Wrong = ("forecastOn", "x"), Other = ("forecastOn", "2031-04-01"), Changes = true },
        new("POST /projects/{id:guid}/progress?handler=Solved", "district-clerk", async scene => { var (project, problem) = await Problem(scene); return Page($"/projects/{project}/progress?handler=Solved", ("problem", problem), ("version", 1)); })
            { Wrong = ("version", "x") },
        new("POST /projects/{id:guid}/progress/report", "district-clerk", async scene => Page($"/projects/{await Reported(scene)}/progress/report?month={Month}", ("Input.Invested", "700"), ("Input.Arrived", "600"), ("Input.Percent", 12), ("Input.Reason", "漏报发票"), ("Input.Version", 1)))
            { Wrong = ("Input.Percent", 101), Other = ("Input.Reason", "另有原因"), Changes = true },
        new("POST /projects/{id:guid}/progress/report?handler=NoChange", "district-clerk", async scene => Page($"/projects/{await Reported(scene, before: true)}/progress/report?handler=NoChange&month={Month}", ("version", 0))) { Wrong = ("version", "x") },
        new("POST /projects/{id:guid}/progress/look", "district-clerk", async scene => Page($"/projects/{await Signed(scene)}/progress/look", ("Input.Sides", "Money"), ("Input.Kind", "Visit"), ("Input.Finding", "正常"))) { Wrong = ("Input.Finding", Long), Other = ("Input.Finding", "偏慢"), Repeats = true },
        new("POST /progress/sheet", "district-clerk", async scene => Page($"/progress/sheet?month={Month}", ("Input.Rows[0].ProjectId", await Reported(scene, before: true)), ("Input.Rows[0].Invested", "800"), ("Input.Rows[0].Arrived", "700"), ("Input.Rows[0].Percent", 15))) { Wrong = ("Input.Rows[0].Percent", 101), Other = ("Input.Rows[0].Invested", "801") },
        new("POST /progress/coverage", "district-clerk", _ => Now(Page("/progress/coverage"))) { Repeats = true },
        new("POST /progress/rules", "reviewer", async scene => Page("/progress/rules", [.. await Rules(scene)])) { Wrong = ("Input.DueDay", 40), Other = ("Input.DueDay", 7) },
        new("POST /api/projects/{id:guid}/plan", "district-clerk", async scene => Api("POST", $"/api/projects/{await Signed(scene)}/plan", ("template", "plant"), ("milestones", Steps))) { Wrong = ("template", Long), Other = ("template", "leased") },
        new("PUT /api/projects/{id:guid}/plan", "district-clerk", async scene => Api("PUT", $"/api/projects/{await Planned(scene)}/plan", ("template", "plant"), ("milestones", Steps), ("reason", "调整")) with { Version = 1 }) { Wrong = ("reason", Long), Other = ("reason", "再调整"), Changes = true },
        new("PUT /api/projects/{id:guid}/milestones/{place:int}", "district-clerk", async scene => Api("PUT", $"/api/projects/{await Planned(scene)}/milestones/0", ("forecastOn", "2031-03-01")) with { Version = 1 }) { Wrong = ("forecastOn", "x"), Other = ("forecastOn", "2031-04-01"), Changes = true },
        new("POST /api/projects/{id:guid}/reports", "district-clerk", async scene => Api("POST", $"/api/projects/{await Signed(scene)}/reports", ("month", Month), ("report", new Dictionary<string, object> { ["invested"] = "500", ["percent"] = 5 }))) { Wrong = ("month", Long), Other = ("report", new Dictionary<string, object> { ["invested"] = "501" }) },
        new("PUT /api/projects/{id:guid}/reports/{month}", "district-clerk", async scene => Api("PUT", $"/api/projects/{await Reported(scene)}/reports/{Month}", ("invested", "900"), ("arrived", "600"), ("reason", "更正")) with { Version = 1 }) { Wrong = ("physical", Long), Other = ("invested", "901"), Changes = true },
        new("POST /api/projects/{id:guid}/looks", "district-clerk", async scene => Api("POST", $"/api/projects/{await Signed(scene)}/looks", ("kind", "Visit"), ("sides", new[] { "Money" }))) { Wrong = ("finding", Long), Other = ("finding", "偏慢"), Repeats = true },
    ];

    private static readonly Dictionary<string, object>[] Steps = [new() { ["name"] = "投产", ["plannedOn"] = "2031-01-01" }];

    private static Task<Guid> Signed(Scene scene) => scene.Made(async services => (await ProgressScene.Signed(services, "east", ProgressScene.MonthsAgo(8), Scene.Fresh())).Id);

    private static Task<Guid> Planned(Scene scene) => scene.Made(async services =>
    {
        var project = await ProgressScene.Signed(services, "east", ProgressScene.MonthsAgo(8), Scene.Fresh());
        await services.GetRequiredService<MakePlan>().Run(project, null, new PlanInput { Template = "plant", Milestones = [new MilestoneInput { Name = "投产", PlannedOn = new DateOnly(2030, 12, 1) }] });
        return project.Id;
    });

    private static Task<Guid> Reported(Scene scene, bool before = false) => scene.Made(async services =>
    {
        var project = await ProgressScene.Signed(services, "east", ProgressScene.MonthsAgo(8), Scene.Fresh());
        var month = ReportDuty.LastMonth(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)));
        if (before) month = month % 100 == 1 ? month - 89 : month - 1;
        await services.GetRequiredService<FileReport>().Run(project, month, null, new ReportInput { Invested = "500", Arrived = "400", Percent = 5 });
        return project.Id;
    });

    private static async Task<(Guid Project, Guid Problem)> Problem(Scene scene)
    {
        var problem = Guid.Empty;
        var project = await scene.Made(async services =>
        {
            var signed = await ProgressScene.Signed(services, "east", ProgressScene.MonthsAgo(8), Scene.Fresh());
            var raised = new ReportedProblem(signed.Id, ProblemKind.Land, "用地未交付", "自然资源局", ProgressScene.MonthsAgo(1), "某某");
            services.GetRequiredService<BridgeheadDb>().Add(raised);
            await services.GetRequiredService<BridgeheadDb>().SaveChangesAsync();
            problem = raised.Id;
            return signed.Id;
        });
        return (project, problem);
    }

    private static async Task<List<(string, object)>> Rules(Scene scene)
    {
        var version = 0L;
        await scene.Made(async services =>
        {
            version = (await services.GetRequiredService<BridgeheadDb>().Set<ProgressRules>().AsNoTracking().FirstOrDefaultAsync())?.Version ?? 0;
            return Guid.Empty;
        });
        return
        [
            ("Input.DueDay", 5 + (int)(version % 2)), ("Input.BehindYellow", 10), ("Input.BehindRed", 30), ("Input.ArrivalYellow", 80), ("Input.ArrivalRed", 50), ("Input.OverdueRed", 90), ("Input.MissingRed", 5),
            ("Input.FormNumber", "调1表"), ("Input.Version", version),
        ];
    }
}
