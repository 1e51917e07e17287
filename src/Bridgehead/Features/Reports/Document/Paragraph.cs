namespace Bridgehead.Features.Reports;

/// <summary>A paragraph: its sentences in order, each with its full stop.</summary>
public sealed record Paragraph(IReadOnlyList<Phrase> Sentences) : Block
{
    /// <summary>What it says.</summary>
    public string Text => string.Concat(Sentences.Select(sentence => sentence.ToString()));
}
