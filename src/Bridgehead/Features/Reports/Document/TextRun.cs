namespace Bridgehead.Features.Reports;

/// <summary>Words of the report itself. The only digits in them are years, dates and numbering.</summary>
public sealed record TextRun(string Text) : Run(Text);
