namespace Bridgehead.Features.Instructions;

/// <summary>The thing an instruction was written on, and what could be read there then.</summary>
/// <param name="Subject">What kind of thing.</param>
/// <param name="Name">What it was called.</param>
public sealed record InstructionAbout(InstructionSubject Subject, string Name)
{
    /// <summary>The project.</summary>
    public Guid? ProjectId { get; init; }
    /// <summary>The report.</summary>
    public Guid? ReportId { get; init; }
    /// <summary>The paragraph of the report.</summary>
    public Guid? BlockId { get; init; }
    /// <summary>The paragraph as it read then.</summary>
    public string Quote { get; init; } = "";
    /// <summary>The figure: its indicator's code.</summary>
    public string Indicator { get; init; } = "";
    /// <summary>The unit of the figure.</summary>
    public Guid? FigureUnitId { get; init; }
    /// <summary>The months of the figure.</summary>
    public Months? Span { get; init; }
    /// <summary>The group of the figure; empty for the whole.</summary>
    public string Group { get; init; } = "";
    /// <summary>The figure as it stood then, in the smallest unit; null when nothing was known.</summary>
    public long? Seen { get; init; }
}
