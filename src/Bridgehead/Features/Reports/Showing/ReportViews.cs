namespace Bridgehead.Features.Reports;

/// <summary>A kept report as the API lists it.</summary>
public sealed record ReportRowView(
    Guid Id, string Kind, Guid UnitId, int Year, int Months, DateOnly AsOf, string Title, ReportState State, string By, string? SubmittedBy, string? ReviewedBy, string? ReturnReason, string? ReleasedBy, DateTime? ReleasedAt, long Version)
{
    /// <summary>Shows a report.</summary>
    public static ReportRowView Of(ReportDraft d) => new(
        d.Id, d.Kind, d.UnitId, d.Year, d.Months, d.AsOf, d.TitleLine, d.State, d.By, d.SubmittedBy, d.ReviewedBy, d.ReturnReason, d.ReleasedBy, d.ReleasedAt, d.Version);
}

/// <summary>A block of a kept report as the API shows it.</summary>
public sealed record ReportBlockView(Guid Id, int Part, int Position, BlockKind Kind, string Text, long Version)
{
    /// <summary>Shows a block.</summary>
    public static ReportBlockView Of(ReportBlock b) => new(b.Id, b.Part, b.Position, b.Kind, b.Text, b.Version);
}

/// <summary>A number that changed since it was taken over.</summary>
/// <param name="Number">The number it goes by in the report.</param>
/// <param name="Was">What the report prints.</param>
/// <param name="Now">What the books would print today.</param>
public sealed record StaleView(int Number, string Was, string Now);

/// <summary>A measure as the API shows it.</summary>
public sealed record ReportMeasureView(Guid Id, string Problem, string Text, string Owner, DateOnly Due, MeasureState State, string? Note, long Version)
{
    /// <summary>Shows a measure.</summary>
    public static ReportMeasureView Of(ReportMeasure m) => new(m.Id, m.Problem, m.Text, m.Owner, m.Due, m.State, m.Note, m.Version);
}

/// <summary>What was frozen.</summary>
public sealed record ReleaseView(string FileDigest, string MaskedDigest, long Size, DateTime At);

/// <summary>A kept report as the API shows it.</summary>
public sealed record KeptReportView(
    ReportRowView Report, HeadInput Head, IReadOnlyList<ReportBlockView> Blocks, ReportProjection Document, IReadOnlyList<StaleView> Stale, IReadOnlyList<ReportMeasureView> Measures, ReleaseView? Release)
{
    /// <summary>Shows a report with what changed since.</summary>
    public static KeptReportView Of(KeptParts parts, IReadOnlyList<StaleFigure> stale) => new(
        ReportRowView.Of(parts.Draft), HeadInput.Of(parts.Draft), [.. parts.Blocks.Select(ReportBlockView.Of)], ReportProjection.Of(parts.Document),
        [.. stale.Select(s => new StaleView(s.Was.Number, s.Was.Display, s.Now.Display))], [.. parts.Measures.Select(ReportMeasureView.Of)],
        parts.Release is { } r ? new ReleaseView(r.FileDigest, r.MaskedDigest, r.Size, r.At) : null);
}

/// <summary>A number in two reports as the API shows it.</summary>
public sealed record NumberDifferenceView(DifferenceKind Kind, string Tag, string Context, string? Was, string? Now, decimal? More)
{
    /// <summary>Shows it.</summary>
    public static NumberDifferenceView Of(NumberDifference d) => new(d.Kind, (d.After ?? d.Before)!.Key.Tag, d.Context, d.Before?.Display, d.After?.Display, d.More);
}

/// <summary>Two reports side by side as the API shows them.</summary>
public sealed record ReportDifferenceView(Guid Before, Guid After, IReadOnlyList<NumberDifferenceView> Numbers, IReadOnlyList<SentenceDifference> Sentences);
