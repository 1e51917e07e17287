namespace Bridgehead.Features.Reports;

/// <summary>A name out of the records (a project, an investor, an indicator); a digit in it is part of the name, not a figure.</summary>
public sealed record NameRun(string Text, NameKind Kind = NameKind.Word) : Run(Text);
