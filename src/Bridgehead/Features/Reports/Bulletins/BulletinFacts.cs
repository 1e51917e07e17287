namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>What a bulletin is composed from: the facts of the work report for the months, and those only a bulletin tells.</summary>
/// <param name="Report">The facts of the city and its districts.</param>
public sealed record BulletinFacts(WorkReportFacts Report)
{
    /// <summary>The indicators it is about: those with targets, all where none has one.</summary>
    public required IReadOnlyList<IndicatorFact> Indicators { get; init; }
    /// <summary>The parks of an indicator, by its code, in the fixed administrative order.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<GroupFact>> Parks { get; init; }
    /// <summary>What came in the last month alone, by indicator and unit.</summary>
    public required IReadOnlyDictionary<(string Indicator, string Unit), long?> Month { get; init; }
    /// <summary>Who is compared with whom; empty without a ranking.</summary>
    public IReadOnlyList<RankGroup> Groups { get; init; } = [];
    /// <summary>How many stand on each board.</summary>
    public int BoardSize { get; init; }
    /// <summary>主送机关 without the colon.</summary>
    public string? Addressee { get; init; }
}
