namespace Bridgehead.Features.Reports;

/// <summary>招商引资工作情况的报告: the document before it is set in type, the same for Word, screen and JSON.</summary>
public sealed record WorkReport
{
    /// <summary>The title in the words between which a line may break.</summary>
    public required IReadOnlyList<string> TitleWords { get; init; }

    /// <summary>Which edition it is.</summary>
    public required Edition Edition { get; init; }

    /// <summary>The unit reported on, by code.</summary>
    public required string UnitCode { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The day up to which the ledger was read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The line under the title; null for none.</summary>
    public string? Occasion { get; init; }

    /// <summary>Who reports; null for none.</summary>
    public string? Reporter { get; init; }

    /// <summary>主送机关 with its colon; null for none.</summary>
    public string? Addressee { get; init; }

    /// <summary>The sentence before the first part.</summary>
    public required Paragraph Opening { get; init; }

    /// <summary>The four parts.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>署名; null for none.</summary>
    public string? SignedBy { get; init; }

    /// <summary>成文日期; null for none.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The title on one line.</summary>
    public string Title => string.Concat(TitleWords);

    /// <summary>附件: the names of what is attached, in order.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Every stretch of the report in the order of print.</summary>
    public IEnumerable<Run> Runs => Parts.SelectMany(part => part.Blocks).Prepend(Opening).SelectMany(block => block.Runs);

    /// <summary>Every figure of the report in the order of print.</summary>
    public IEnumerable<BoundFigure> Figures => Runs.OfType<BoundFigure>();
}
