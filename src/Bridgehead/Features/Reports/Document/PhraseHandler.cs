using System.Runtime.CompilerServices;

namespace Bridgehead.Features.Reports;

/// <summary>Collects the parts of an interpolated <see cref="Phrase"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct PhraseHandler
{
    private readonly List<Run> runs;

    /// <summary>Called by the compiler.</summary>
    public PhraseHandler(int literalLength, int formattedCount) => runs = new List<Run>(formattedCount * 2 + 1);

    /// <summary>Words of the report.</summary>
    public void AppendLiteral(string words) => runs.Add(new TextRun(words));

    /// <summary>A figure, a name or other run.</summary>
    public void AppendFormatted(Run run) => runs.Add(run);

    /// <summary>Another phrase.</summary>
    public void AppendFormatted(Phrase phrase) => runs.AddRange(phrase);

    /// <summary>A name out of the records.</summary>
    public void AppendFormatted(string name) => runs.Add(new NameRun(name));

    internal Phrase Written() => new(runs);
}
