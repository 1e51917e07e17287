namespace Bridgehead.Features.Reports;

/// <summary>A part while it is written: numbers its sections and leaves out what says nothing.</summary>
internal sealed class Draft
{
    private readonly List<Block> blocks = [];
    private int sections;

    public bool IsEmpty => blocks.Count == 0;

    /// <summary>Starts a section when there is something to stand in it.</summary>
    public void Section(string title, params IEnumerable<Block?> content)
    {
        var written = content.OfType<Block>().Where(block => block is not Paragraph { Sentences.Count: 0 }).ToList();
        if (written.Count == 0) return;
        blocks.Add(new SectionHeading(++sections, title));
        blocks.AddRange(written);
    }

    /// <summary>Adds a paragraph without heading.</summary>
    public void Say(params Phrase[] sentences) => blocks.Add(Sentences(sentences));

    /// <summary>A paragraph of sentences, each closed by its full stop; what says nothing is left out.</summary>
    public static Paragraph Sentences(params IEnumerable<Phrase> sentences) =>
        new([.. sentences.Where(sentence => !sentence.IsNothing).Select(sentence => Phrase.Of($"{sentence}。"))]);

    /// <summary>Adds what people wrote: under its own heading, or at the end.</summary>
    public void Notes(WorkReportFacts facts, ReportPart part)
    {
        foreach (var note in facts.Notes.Where(note => note.Part == part && !string.IsNullOrWhiteSpace(note.Text)))
        {
            var paragraphs = note.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line => (Block)new Paragraph([new Phrase([new NoteRun(line)])]));
            if (string.IsNullOrWhiteSpace(note.Heading)) blocks.AddRange(paragraphs);
            else Section(note.Heading.Trim(), paragraphs);
        }
    }

    public Part As(ReportPart part) => new(part, blocks);
}
