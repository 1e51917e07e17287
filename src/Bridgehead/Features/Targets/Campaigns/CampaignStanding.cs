using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Targets;

/// <summary>A campaign as it stands on a day: its units by its indicators.</summary>
/// <param name="Campaign">Which.</param>
/// <param name="Caller">The unit that called it.</param>
/// <param name="Indicators">Its indicators, in order.</param>
/// <param name="Units">Those who take part, in administrative order.</param>
/// <param name="Cells">What each has to reach and reached.</param>
/// <param name="AsOf">As of which day.</param>
public sealed record CampaignStanding(
    Campaign Campaign, Unit Caller, IReadOnlyList<Indicator> Indicators, IReadOnlyList<Unit> Units, IReadOnlyDictionary<(Guid Unit, Guid Indicator), CampaignCell> Cells, DateOnly AsOf)
{
    /// <summary>A cell; null when the unit has no task there.</summary>
    public CampaignCell? In(Unit unit, Indicator indicator) => Cells.GetValueOrDefault((unit.Id, indicator.Id));

    /// <summary>All units together on an indicator; null when nobody has a task.</summary>
    public CampaignCell? Whole(Indicator indicator)
    {
        var cells = Units.Select(u => In(u, indicator)).OfType<CampaignCell>().ToList();
        return cells.Count == 0 ? null : new CampaignCell(cells.Sum(c => c.Task), cells.Exists(c => c.Reached is not null) ? cells.Sum(c => c.Reached ?? 0) : null);
    }

    /// <summary>How many of its tasks a unit has fulfilled, and how many it has.</summary>
    public (int Met, int Tasks) Of(Unit unit)
    {
        var cells = Indicators.Select(i => (i.Direction, Cell: In(unit, i))).Where(c => c.Cell is not null).ToList();
        return (cells.Count(c => c.Direction == Direction.Lower ? c.Cell!.Reached <= c.Cell.Task : c.Cell!.Reached >= c.Cell.Task), cells.Count);
    }

    /// <summary>The place of a unit on an indicator by completion, ties sharing it; null where there is no task, and in a campaign that does not rank.</summary>
    public int? Rank(Unit unit, Indicator indicator) => !Campaign.Ranked || In(unit, indicator) is not { } mine ? null
        : 1 + Units.Count(u => In(u, indicator) is { } other && indicator.Direction.IsBetter(other.Completion ?? 0, mine.Completion ?? 0));
}

/// <summary>A task and what was reached of it, in the indicator's smallest unit.</summary>
/// <param name="Task">What has to be reached.</param>
/// <param name="Reached">What was; null when nothing is known.</param>
public sealed record CampaignCell(long Task, long? Reached)
{
    /// <summary>完成率 in percent, exact; null when nothing is known.</summary>
    public decimal? Completion => Ratio.Completion(Reached, Task);
}
