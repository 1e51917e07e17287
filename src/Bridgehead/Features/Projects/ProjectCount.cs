using Bridgehead.Features.Ledger;

namespace Bridgehead.Features.Projects;

/// <summary>
/// One line of what a project counts for in the ledger of figures: signed once, at its first formal agreement, with its agreed amount; started
/// once; in production once (domain rules 4.2 and 4.4). A project taken off the books (退库) counts for nothing, a suspended or terminated one keeps what the stage it left had counted.
/// </summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="On">The day of the business.</param>
/// <param name="Value">1, or the agreed amount in fen.</param>
public sealed record ProjectCount(string Indicator, DateOnly On, long Value)
{
    private static readonly int Signed = Stage.Called("signed")!.Order, Started = Stage.Called("started")!.Order, Producing = Stage.Called("producing")!.Order, Removed = Stage.Called("removed")!.Order;

    /// <summary>What the project counts for as it stands.</summary>
    public static IReadOnlyList<ProjectCount> Of(Project project)
    {
        var counts = new List<ProjectCount>(5);
        if (project.StageOrder == Removed) return counts;
        Count(project.SignedOn, Signed, DefaultIndicators.SignedProjects, DefaultIndicators.ContractedAmount);
        Count(project.StartedOn, Started, DefaultIndicators.StartedProjects, DefaultIndicators.StartedAmount);
        Count(project.ProducedOn, Producing, DefaultIndicators.ProducingProjects, null);
        return counts;

        void Count(DateOnly? on, int from, string things, string? money)
        {
            if (on is not { } day || project.Reached < from) return;
            counts.Add(new ProjectCount(things, day, 1));
            if (money is not null && project.AmountFen > 0) counts.Add(new ProjectCount(money, day, project.AmountFen));
        }
    }

    /// <summary>The line as the ledger takes it, for the park the project lands in or else its unit.</summary>
    /// <param name="project">The project it is a line of.</param>
    /// <param name="evidence">The declaration it rests on.</param>
    /// <param name="indicator">The indicator of <see cref="Indicator"/>.</param>
    public NewEntry Entry(Project project, Guid evidence, Guid indicator)
    {
        var month = Months.Of(On);
        return new NewEntry(evidence, indicator, project.ParkId ?? project.UnitId, new Months(month, month), On, Value)
        {
            ProjectId = project.Id, Origin = project.Origin?.ToString(), Industry = project.Branch?.ToString(), Band = Groups.BandOf(project.Amount), Sector = Sectors.Code(project.Industry), ProjectFen = project.AmountFen,
            Currency = project.Currency, BatchId = project.BatchId,
        };
    }
}
