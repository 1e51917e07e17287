namespace Bridgehead.Features.Assessments;

/// <summary>What an item brought a unit, with its arithmetic in words.</summary>
/// <param name="Score">The points, exact; null when it could not be scored, which counts as nothing.</param>
/// <param name="How">The arithmetic, a sentence a line.</param>
/// <param name="Vetoed">Whether it rules the unit out.</param>
public sealed record ItemResult(decimal? Score, IReadOnlyList<FormattableString> How, bool Vetoed = false);
