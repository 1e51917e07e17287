namespace Bridgehead.Features.Reports;

/// <summary>Words that a person wrote; a number in them is bound to nothing.</summary>
public sealed record NoteRun(string Text) : Run(Text);
