namespace Bridgehead.Features.Reports;

/// <summary>A figure whose text somebody changed in the document.</summary>
/// <param name="Tag">The figure's tag.</param>
/// <param name="Written">What it showed when the document was written.</param>
/// <param name="Now">What it shows now.</param>
public sealed record AlteredFigure(string Tag, string Written, string Now);
