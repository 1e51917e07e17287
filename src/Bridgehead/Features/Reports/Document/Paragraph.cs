namespace Bridgehead.Features.Reports;

/// <summary>A paragraph: its sentences in order, each with its full stop.</summary>
public sealed record Paragraph(IReadOnlyList<Phrase> Sentences) : Block
{
    /// <summary>What it says.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Text => string.Concat(Sentences.Select(sentence => sentence.ToString()));

    /// <summary>A paragraph of runs, parted into its sentences after each full stop.</summary>
    public static Paragraph Of(IEnumerable<Run> runs)
    {
        var (sentences, open) = (new List<Phrase>(), new List<Run>());
        foreach (var run in runs)
        {
            if (run is not TextRun and not NoteRun)
            {
                open.Add(run);
                continue;
            }
            var text = run.Text;
            for (int end; (end = text.IndexOf('。', StringComparison.Ordinal)) >= 0; text = text[(end + 1)..])
            {
                open.Add(run is NoteRun ? new NoteRun(text[..(end + 1)]) : new TextRun(text[..(end + 1)]));
                sentences.Add(new Phrase(open));
                open.Clear();
            }
            if (text.Length > 0) open.Add(run is NoteRun ? new NoteRun(text) : new TextRun(text));
        }
        if (open.Count > 0) sentences.Add(new Phrase(open));
        return new Paragraph(sentences);
    }
}
