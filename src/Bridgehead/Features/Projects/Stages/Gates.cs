namespace Bridgehead.Features.Projects.Stages;

/// <summary>One thing a project has not got for a stage.</summary>
/// <param name="Rule">The stage that asks for it.</param>
/// <param name="What">What it asks for.</param>
public sealed record Gap(StageRule Rule, Requirement What);

/// <summary>Judges what a project has against what stages ask for.</summary>
public static class Gates
{
    /// <summary>What the project lacks for these stages, in their order, each thing once.</summary>
    public static IReadOnlyList<Gap> Missing(Project project, Papers papers, IEnumerable<StageRule> rules) =>
        [.. from rule in rules
            from what in rule.Requirements
            where Applies(project, what.When) && !Has(project, papers, what)
            group new Gap(rule, what) by (what.Field, what.Document) into same
            select same.First()];

    /// <summary>Whether a condition holds for a project.</summary>
    public static bool Applies(Project p, StageCondition when) => when switch
    {
        StageCondition.FromAbroad => p.Origin == Origin.Abroad,
        StageCondition.NewLand => p.LandSupply == LandSupply.New,
        StageCondition.Premises => p.LandSupply is LandSupply.Leased or LandSupply.Bought,
        StageCondition.BuildingWorks => p.StartKind == StartKind.Building,
        StageCondition.EquipmentPurchase => p.StartKind == StartKind.Equipment,
        StageCondition.Opening => p.StartKind == StartKind.Opening,
        StageCondition.FromOneYi => p.AmountFen >= Money.FromYi(1).Fen,
        _ => true,
    };

    /// <summary>Whether a project has what is asked for.</summary>
    public static bool Has(Project project, Papers papers, Requirement what) =>
        what.Document is { } document ? papers.Documents.Contains(document) : !Lacks(project, papers, what.Field!.Value);

    /// <summary>Whether a field is not filled.</summary>
    public static bool Lacks(Project p, Papers papers, StageNeed need) => need switch
    {
        StageNeed.Investor => p.Investor is null,
        StageNeed.Origin => p.Origin is null,
        StageNeed.Branch => p.Branch is null,
        StageNeed.Amount => p.AmountFen == 0,
        StageNeed.SignedOn => p.SignedOn is null,
        StageNeed.Unit => p.UnitId == Guid.Empty,
        StageNeed.Company => p.Company is null,
        StageNeed.StartedOn => p.StartedOn is null,
        StageNeed.ProducedOn => p.ProducedOn is null,
        StageNeed.NationalCode => p.NationalCode is null,
        StageNeed.Industry => p.Industry is null,
        StageNeed.LandSupply => p.LandSupply is null,
        StageNeed.StartKind => p.StartKind is null,
        StageNeed.CompletedOn => p.CompletedOn is null,
        StageNeed.Contact => p.Contact is null,
        StageNeed.Description => p.Description is null,
        _ => !papers.Dates.Contains(Milestone.InStatistics),
    };

    /// <summary>The refusal that names what a stage still needs.</summary>
    public static Refusal Refuse(string stage, IReadOnlyList<Requirement> lacking) =>
        new($"“{stage}”阶段还缺：{string.Join("、", lacking.Select(l => l.Name))}", lacking[0].Field?.ToString());
}
