namespace Bridgehead.Features.Assessments;

/// <summary>What an item brought a unit, with its arithmetic in words.</summary>
/// <param name="Score">The points, exact; null when it could not be scored.</param>
/// <param name="How">The arithmetic, a sentence a line.</param>
/// <param name="Vetoed">Whether it rules the unit out.</param>
public sealed record ItemResult(decimal? Score, IReadOnlyList<FormattableString> How, bool Vetoed = false)
{
    /// <summary>Whether a number it needs is not known: then it has no points, and the unit no complete total.</summary>
    public bool Missing { get; init; }
    /// <summary>免考: a document says the unit is not judged by it; the other items count for it in proportion.</summary>
    public bool Waived { get; init; }
}
