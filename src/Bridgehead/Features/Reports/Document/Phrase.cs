using System.Collections;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Reports;

/// <summary>
/// A stretch of prose. It is written as an interpolated string whose holes take figures, names and other phrases and nothing else:
/// a plain number does not compile, so no number reaches a report without its figure.
/// </summary>
[JsonConverter(typeof(PhraseJson))]
public sealed class Phrase : IReadOnlyList<Run>
{
    /// <summary>Nothing to say.</summary>
    public static readonly Phrase Nothing = new([]);

    private readonly IReadOnlyList<Run> runs;

    /// <summary>A phrase of runs.</summary>
    public Phrase(IEnumerable<Run> runs) => this.runs = [.. runs.Where(run => run.Text.Length > 0)];

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsNothing => runs.Count == 0;

    /// <inheritdoc />
    public int Count => runs.Count;

    /// <inheritdoc />
    public Run this[int index] => runs[index];

    /// <summary>Writes a phrase.</summary>
    public static Phrase Of(PhraseHandler phrase) => phrase.Written();

    /// <summary>Joins what there is to say by a mark, leaving out what says nothing.</summary>
    public static Phrase Join(string mark, IEnumerable<Phrase> phrases)
    {
        var joined = new List<Run>();
        foreach (var phrase in phrases.Where(phrase => !phrase.IsNothing))
        {
            if (joined.Count > 0) joined.Add(new TextRun(mark));
            joined.AddRange(phrase);
        }
        return new Phrase(joined);
    }

    /// <inheritdoc />
    public IEnumerator<Run> GetEnumerator() => runs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => string.Concat(runs.Select(run => run.Text));
}
