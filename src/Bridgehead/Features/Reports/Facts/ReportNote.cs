namespace Bridgehead.Features.Reports;

/// <summary>What somebody wrote into the report in their own words. Its numbers are not bound to figures; the checker lists them.</summary>
/// <param name="Part">The part it belongs to.</param>
/// <param name="Heading">The section's heading; null to add the text to the end of the part.</param>
/// <param name="Text">Paragraphs, one a line.</param>
public sealed record ReportNote(ReportPart Part, string? Heading, string Text);
