namespace Bridgehead.Features.Reports;

/// <summary>What became of something between two reports.</summary>
public enum DifferenceKind
{
    /// <summary>The same in both.</summary>
    [Label("相同")] Same,
    /// <summary>In both, and not the same.</summary>
    [Label("有变化")] Changed,
    /// <summary>Only in the newer one.</summary>
    [Label("新增")] Added,
    /// <summary>Only in the older one.</summary>
    [Label("删去")] Removed,
}

/// <summary>A number in two reports.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The number in the older report; null where it is not in it.</param>
/// <param name="After">The number in the newer report; null where it is not in it.</param>
/// <param name="Context">The words before it.</param>
public sealed record NumberDifference(DifferenceKind Kind, BoundFigure? Before, BoundFigure? After, string Context)
{
    /// <summary>How much more the newer one has; null where one of them is not known.</summary>
    public decimal? More => After?.Value - Before?.Value;
}

/// <summary>A sentence in two reports.</summary>
/// <param name="Part">In which part, 0 for the opening.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The sentence in the older report; empty where it is not in it.</param>
/// <param name="After">The sentence in the newer report; empty where it is not in it.</param>
public sealed record SentenceDifference(int Part, DifferenceKind Kind, string Before, string After);

/// <summary>Two reports laid side by side.</summary>
/// <param name="Numbers">Number by number, in the order of the newer report, what is gone last.</param>
/// <param name="Sentences">Sentence by sentence, part by part.</param>
public sealed record ReportDifference(IReadOnlyList<NumberDifference> Numbers, IReadOnlyList<SentenceDifference> Sentences);
