using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Demo;

/// <summary>One invented project with its investor, its steps and what has arrived of its money.</summary>
internal sealed class DemoProject
{
    private static readonly StartKind[] StartKinds = [StartKind.Building, StartKind.Building, StartKind.Equipment, StartKind.Building, StartKind.Building, StartKind.Opening, StartKind.Equipment];
    private static readonly LandSupply[] Supplies = [LandSupply.New, LandSupply.New, LandSupply.Leased, LandSupply.Existing, LandSupply.Bought];
    private static readonly int[] Weights = [26, 20, 17, 14, 13, 10];

    /// <summary>The project.</summary>
    public required Project Project { get; init; }
    /// <summary>Its moves.</summary>
    public required IReadOnlyList<ProjectStep> Steps { get; init; }
    /// <summary>Its investor, when it is new in the register.</summary>
    public required Enterprise? Investor { get; init; }
    /// <summary>What has arrived, when.</summary>
    public required IReadOnlyList<(DateOnly On, Money Amount)> Arrivals { get; init; }

    /// <summary>Invents the nth project.</summary>
    public static DemoProject Invent(long n, DemoRandom random, IReadOnlyList<Unit> units, DateOnly first, DateOnly today)
    {
        var districts = units.Where(u => u.Kind == UnitKind.District).ToList();
        var district = districts[Weighted(random, Weights)];
        var park = units.FirstOrDefault(u => u.Kind == UnitKind.Park && u.ParentId == district.Id);
        var line = DemoNames.Line(random);
        var origin = (Origin)Weighted(random, [10, 55, 20, 15]);
        var place = DemoNames.Place(random, origin);
        var brand = DemoNames.Brand(random);
        var amount = Amount(random);
        var opened = first.AddDays(random.Next(today.DayNumber - first.DayNumber));
        var signed = random.Chance(72) ? opened.AddDays(20 + random.Next(160)) : (DateOnly?)null;
        var started = signed is not null && random.Chance(82) ? signed.Value.AddDays(30 + random.Next(240)) : (DateOnly?)null;
        var produced = started is not null && random.Chance(85) ? started.Value.AddDays(200 + random.Next(400)) : (DateOnly?)null;
        if (signed > today) signed = null;
        if (started > today || signed is null) started = null;
        if (produced > today || started is null) produced = null;
        var stage = produced is not null ? "producing" : started is not null ? random.Chance(40) ? "started" : "building" : signed is not null ? random.Pick(["signed", "registered", "preparing"]) : random.Pick(["lead", "triage", "talks", "talks", "talks", "review"]);
        if (stage == "producing" && produced!.Value.AddDays(240) < today && n % 4 != 0) stage = "full";
        var name = brand + line.Product;
        var investor = $"{(origin == Origin.CountyToCounty ? "青岚" : origin == Origin.OtherCity ? "川岚" : place)}{brand}{line.Field}{(random.Chance(40) ? "股份" : "")}有限公司";
        var last = produced ?? started ?? signed ?? opened;
        if (!random.Chance(9)) last = Later(last, today.AddDays(-random.Next(75)));
        var enterprise = n % 3 == 0 ? new Enterprise(investor, new EnterpriseFacts
        {
            CreditCode = DemoNames.Code(n), CapitalMinor = amount.Fen / 5, CapitalCurrency = "CNY", Industry = line.Industry, Region = place, RegisteredOn = first.AddYears(-1 - random.Next(15)), Standing = "存续",
        }) : null;
        var facts = new ProjectFacts
        {
            Name = name, UnitId = district.Id, ParkId = park is not null && random.Chance(70) ? park.Id : null, SourceUnitId = random.Chance(35) ? random.Pick([.. units.Where(u => u.Kind == UnitKind.Outpost)]).Id : null,
            Investor = investor, InvestorId = enterprise?.Id, Company = signed is null || stage == "signed" ? null : $"{brand}（青岚）{line.Field}有限公司", Origin = origin, OriginPlace = place, Branch = line.Branch, Industry = line.Industry,
            Amount = amount, SignedOn = signed, StartedOn = started, ProducedOn = produced, Land = random.Chance(60) ? Land.FromMu(20 + random.Next(400)) : null,
            IsIncrease = n % 17 == 5, StartKind = started is null ? null : StartKinds[n % 7], LandSupply = signed is null ? null : Supplies[n % 5],
            CompletedOn = produced is null ? null : started!.Value.AddDays((produced.Value.DayNumber - started.Value.DayNumber) * 4 / 5),
            NationalCode = started is null ? null : ProjectCode.Create($"{started.Value:yyMM}-511402-04-01-{n % 1_000_000:000000}"),
            Description = $"建设{line.Product}，计划总投资{amount.Yi:0.##}亿元。",
        };
        var project = new Project("", facts, Stage.Called(stage)!, today);
        var force = DefaultStageSets.Shipped;
        var way = DemoPath.Of(project.StageOrder, opened, signed, started, produced, last);
        project.Since(way[^1].Since, last, opened);
        var steps = DemoPath.Steps(project, n, way, force[project.Track]).ToList();
        if (DemoPath.Aside(n, project.StageOrder, project.StageSince, today) is var (side, reason))
            steps.Add(project.Enter(Stage.Called(side)!, StepKind.Aside, force.Calendar, Earlier(today.AddDays(-20), project.StageSince.AddDays(210)), null, "周敏", reason).Judged(null, "何立群", null));
        force.SetClock(project);
        var arrivals = Money(random, amount, started ?? signed, today).ToList();
        project.Score(Health.Normal, arrivals.Count == 0 ? null : arrivals[^1].Item1, arrivals.Sum(a => a.Item2.Fen));
        project.Score(HealthRules.Of(project, today), project.ArrivedOn, project.ArrivedFen);
        return new DemoProject { Project = project, Steps = steps, Investor = enterprise, Arrivals = arrivals };
    }

    private static IEnumerable<(DateOnly, Money)> Money(DemoRandom random, Money total, DateOnly? from, DateOnly today)
    {
        if (from is not { } day) yield break;
        var left = total.Fen;
        for (day = day.AddDays(10 + random.Next(60)); day <= today && left > 0; day = day.AddDays(60 + random.Next(120)))
        {
            var part = Math.Min(left, total.Fen * (6 + random.Next(16)) / 100 / 1_000_000 * 1_000_000);
            if (part <= 0) yield break;
            left -= part;
            yield return (day, new Money(part));
        }
    }

    private static Money Amount(DemoRandom random) => Bridgehead.Money.FromWan(Weighted(random, [46, 38, 10, 5, 1]) switch
    {
        0 => 2000 + random.Next(80) * 100,
        1 => 10_000 + random.Next(80) * 500,
        2 => 50_000 + random.Next(50) * 1000,
        3 => 100_000 + random.Next(90) * 5000,
        _ => 600_000 + random.Next(60) * 10_000,
    });

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static int Weighted(DemoRandom random, int[] weights)
    {
        var drawn = random.Next(weights.Sum());
        for (var i = 0; ; i++)
        {
            if (drawn < weights[i]) return i;
            drawn -= weights[i];
        }
    }
}
