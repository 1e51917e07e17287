using Bridgehead.Features.Imports.Reading;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>Tells a row of projects everything that is wrong with it at once, each reason at its column, so that it can be mended in one go.</summary>
internal static class ProjectReasons
{
    /// <summary>What the rules of a project find wrong. What could not be read at all has been said already and is not judged again.</summary>
    public static void Rules(SheetRow row, ProjectFacts facts, DateOnly today)
    {
        var (noName, noUnit, noAmount) = (row.IsWrong("name"), row.IsWrong("unit"), row.IsWrong("amount"));
        foreach (var broken in ProjectRules.Broken(facts, today))
        {
            var key = KeyOf(broken.Field);
            if (!(key is "name" && noName || key is "unit" && noUnit || key is "amount" && noAmount)) row.Refuse(key, broken.Sentence);
        }
    }

    /// <summary>What the row lacks for the stage it states, one reason for each column; a cell that is filled but cannot be read is not lacking.</summary>
    public static void Gate(SheetRow row, ProjectFacts facts, Stage stage, DateOnly today)
    {
        // only what is there counts for a gate: days that follow each other are judged by the rules
        DateOnly? There(DateOnly? day) => day is null ? null : today;
        var project = new Project("", facts with
        {
            Name = "—", UnitId = facts.UnitId == Guid.Empty ? Guid.CreateVersion7() : facts.UnitId, Amount = facts.Amount is null ? null : Money.FromYuan(1),
            SignedOn = There(facts.SignedOn), StartedOn = There(facts.StartedOn), ProducedOn = There(facts.ProducedOn), CompletedOn = There(facts.CompletedOn),
        }, Stage.All[0], today);
        foreach (var need in stage.Needs.Where(need => Gates.Lacks(project, Papers.None, need)))
            if (KeyOf(need.ToString()) is not { } key) row.Refuse(null, Gates.Refuse(stage.Name, [Requirement.Of(need)]).Sentence);
            else if (!row.IsWrong(key)) row.Refuse(key, Gates.Refuse(stage.Name, [Requirement.Of(need)]).Sentence);
    }

    /// <summary>The column that fills a field of the project.</summary>
    private static string? KeyOf(string? field) => field switch
    {
        nameof(Project.Name) => "name",
        nameof(Project.UnitId) or nameof(StageNeed.Unit) => "unit",
        nameof(Project.Investor) => "investor",
        nameof(Project.Company) => "company",
        nameof(Project.NationalCode) => "code",
        nameof(Project.Origin) => "origin",
        nameof(Project.Branch) => "branch",
        nameof(Project.Industry) => "industry",
        nameof(Project.Amount) => "amount",
        nameof(Project.SignedOn) => "signed",
        nameof(Project.StartedOn) => "started",
        nameof(Project.ProducedOn) => "produced",
        nameof(Project.CompletedOn) => "completed",
        nameof(Project.Contact) => "contact",
        nameof(Project.Description) => "description",
        _ => null,
    };
}
