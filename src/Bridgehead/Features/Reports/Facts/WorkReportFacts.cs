using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Reports;

/// <summary>
/// Everything a work report is composed from. The composer says nothing that does not stand here; what is absent is left out or
/// said to be unrecorded, what is null is starred. Equal facts give the same document to the last byte.
/// </summary>
public sealed record WorkReportFacts
{
    /// <summary>The unit's code, part of every figure's address.</summary>
    public required string UnitCode { get; init; }

    /// <summary>The unit's name as the title prints it.</summary>
    public required string UnitName { get; init; }

    /// <summary>What the unit is: it decides how the report calls the whole (全市, 全区, 园区).</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>The year reported on.</summary>
    public required int Year { get; init; }

    /// <summary>Months of the year the figures cover, 1 to 12.</summary>
    public int Months { get; init; } = 12;

    /// <summary>The day up to which the ledger was read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The day of what is known only for today: stages, who waits, who is late. Null where the report ends too long before today; then nothing of it is said.</summary>
    public DateOnly? StandsOn { get; init; }

    /// <summary>To whom the report is given; null for a report without addressee.</summary>
    public Hearing? Hearing { get; init; }

    /// <summary>署名; null for none.</summary>
    public string? SignedBy { get; init; }

    /// <summary>成文日期; null for none.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The indicators, in the order of the city's register.</summary>
    public IReadOnlyList<IndicatorFact> Indicators { get; init; } = [];

    /// <summary>What the project register says; null when there are no projects.</summary>
    public ProjectFacts? Projects { get; init; }

    /// <summary>What was done in the year.</summary>
    public IReadOnlyList<ActionFact> Actions { get; init; } = [];

    /// <summary>The fields of the newly signed projects, the largest first.</summary>
    public IReadOnlyList<FieldFact> Fields { get; init; } = [];

    /// <summary>Numbers of the registers by their code.</summary>
    public IReadOnlyList<CountFact> Counts { get; init; } = [];

    /// <summary>The measures last year's report promised; null when there is no released one.</summary>
    public IReadOnlyList<MeasureFact>? LastMeasures { get; init; }

    /// <summary>A number of the registers; null when it was not asked.</summary>
    public CountFact? Count(string code) => Counts.FirstOrDefault(count => count.Code == code);

    /// <summary>What is set down for the year after; null when nothing is.</summary>
    public PlanFacts? Plans { get; init; }

    /// <summary>What people wrote themselves.</summary>
    public IReadOnlyList<ReportNote> Notes { get; init; } = [];

    /// <summary>From where on a figure is a problem.</summary>
    public ProblemThresholds Thresholds { get; init; } = new();

    /// <summary>The first day of the period.</summary>
    public DateOnly From => new(Year, 1, 1);

    /// <summary>The last day of the period.</summary>
    public DateOnly To => new DateOnly(Year, Months, 1).AddMonths(1).AddDays(-1);

    /// <summary>How the report calls the whole: 全市, 全区, 全园, 本单位.</summary>
    public string Whole => Kind switch
    {
        UnitKind.City or UnitKind.CityBureau or UnitKind.Leaders => "全市",
        UnitKind.District => UnitName.EndsWith('县') ? "全县" : UnitName.EndsWith('市') ? "全市" : "全区",
        UnitKind.Park => "园区",
        _ => "本单位",
    };
}
