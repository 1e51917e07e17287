namespace Bridgehead.Features.Signals;

/// <summary>One run of all rules; only ever added, with what it saw.</summary>
public sealed class SignalRun
{
    private SignalRun() { }

    /// <summary>A run.</summary>
    public SignalRun(int rules, int seen, int fresh, DateOnly until, string by, DateTime at) => (Id, Rules, Seen, Fresh, Until, By, At) = (Guid.CreateVersion7(), rules, seen, fresh, until, by, at);

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>By which version of the thresholds.</summary>
    public int Rules { get; private set; }
    /// <summary>How many signals it saw.</summary>
    public int Seen { get; private set; }
    /// <summary>How many of them for the first time.</summary>
    public int Fresh { get; private set; }
    /// <summary>Up to which day the figures were read.</summary>
    public DateOnly Until { get; private set; }
    /// <summary>Who asked for it.</summary>
    public string By { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
}

/// <summary>A signal as one run saw it.</summary>
public sealed class Sighting
{
    private readonly List<SightingRow> rows = [];

    private Sighting() { }

    /// <summary>A sighting with at most 100 of the pieces it rests on, the heaviest first.</summary>
    public Sighting(Guid runId, Signal signal, Seen seen)
    {
        (Id, RunId, SignalId, Measured, Compared, Pieces) = (Guid.CreateVersion7(), runId, signal.Id, signal.Measured, signal.Compared, seen.Evidence.Count);
        rows.AddRange(seen.Evidence.Take(100).Select((e, i) => new SightingRow(Id, i + 1, e)));
    }

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>The run.</summary>
    public Guid RunId { get; private set; }
    /// <summary>The signal.</summary>
    public Guid SignalId { get; private set; }
    /// <summary>What was measured, as the signal keeps it.</summary>
    public long Measured { get; private set; }
    /// <summary>What it was compared with, as the signal keeps it.</summary>
    public long Compared { get; private set; }
    /// <summary>How many pieces of evidence there were.</summary>
    public int Pieces { get; private set; }
    /// <summary>The evidence.</summary>
    public IReadOnlyList<SightingRow> Rows => rows;
}

/// <summary>One piece of evidence of a sighting.</summary>
public sealed class SightingRow
{
    private SightingRow() { }

    internal SightingRow(Guid sightingId, int place, EvidenceFact fact) =>
        (Id, SightingId, Place, Kind, Reference, Text, Fen, On) = (Guid.CreateVersion7(), sightingId, place, fact.Kind, fact.Reference, fact.Text.Length > 200 ? fact.Text[..200] : fact.Text, fact.Fen, fact.On);

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Of which sighting.</summary>
    public Guid SightingId { get; private set; }
    /// <summary>Its place, from 1.</summary>
    public int Place { get; private set; }
    /// <summary>entry, voucher, project, figure or digit.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>Its number or identity.</summary>
    public string Reference { get; private set; } = "";
    /// <summary>What it is called.</summary>
    public string Text { get; private set; } = "";
    /// <summary>How much, in fen; null where nothing is counted.</summary>
    public long? Fen { get; private set; }
    /// <summary>Of which day.</summary>
    public DateOnly? On { get; private set; }
}
