namespace Bridgehead.Features.Reports;

/// <summary>What a check of a document found.</summary>
/// <param name="Loose">Numbers bound to no figure; years, dates, numbering and names are not among them.</param>
/// <param name="Altered">Figures whose text is no longer what was written.</param>
/// <param name="Bound">How many numbers are bound to a figure.</param>
public sealed record ReportCheck(IReadOnlyList<LooseNumber> Loose, IReadOnlyList<AlteredFigure> Altered, int Bound);
