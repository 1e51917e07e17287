namespace Bridgehead.Features.Signals;

/// <summary>Something a rule saw, kept from run to run: a request to verify, judged by a person. Never an accusation.</summary>
public sealed class Signal : IVersioned, IAudited
{
    private Signal() { }

    /// <summary>A signal seen for the first time.</summary>
    public Signal(Seen seen, DateTime at) =>
        (Id, Kind, Key, UnitId, ProjectId, Name, FirstAt) = (Guid.CreateVersion7(), seen.Kind, seen.Key, seen.UnitId, seen.ProjectId, seen.Name.Length > 200 ? seen.Name[..200] : seen.Name, at);

    /// <inheritdoc />
    public Guid Id { get; private set; }
    /// <summary>Which rule.</summary>
    public SignalKind Kind { get; private set; }
    /// <summary>What tells it from others of its kind.</summary>
    public string Key { get; private set; } = "";
    /// <summary>Whose figures.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>The project it is about; null where it is about none.</summary>
    public Guid? ProjectId { get; private set; }
    /// <summary>What it is about: an indicator, a month, a seller.</summary>
    public string Name { get; private set; } = "";
    /// <summary>When it was first seen (UTC).</summary>
    public DateTime FirstAt { get; private set; }
    /// <summary>The last run that saw it.</summary>
    public Guid LastRunId { get; private set; }
    /// <summary>What was measured then, in hundredths of the rule's measure.</summary>
    public long Measured { get; private set; }
    /// <summary>What it was compared with then, in millionths for a probability, in hundredths otherwise.</summary>
    public long Compared { get; private set; }
    /// <summary>How many pieces of evidence it rests on.</summary>
    public int Pieces { get; private set; }
    /// <summary>What a person found.</summary>
    public SignalState State { get; private set; }
    /// <summary>What the person said.</summary>
    public string Finding { get; private set; } = "";
    /// <summary>Who judged it.</summary>
    public string? JudgedBy { get; private set; }
    /// <summary>When (UTC).</summary>
    public DateTime? JudgedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>What was measured.</summary>
    public decimal MeasuredValue => Measured / 100m;

    /// <summary>What it was compared with.</summary>
    public decimal ComparedValue => Kind == SignalKind.FirstDigits ? Compared / 1_000_000m : Compared / 100m;

    /// <summary>A run saw it. One judged to be innocent is opened again only where it rests on more than before.</summary>
    public void SeenBy(Guid run, Seen seen)
    {
        if (State == SignalState.FalseAlarm && seen.Evidence.Count > Pieces) (State, Finding, JudgedBy, JudgedAt) = (SignalState.Open, "", null, null);
        (LastRunId, Measured, Compared, Pieces) = (run, (long)(seen.Measured * 100), (long)(seen.Compared * (Kind == SignalKind.FirstDigits ? 1_000_000 : 100)), seen.Evidence.Count);
    }

    /// <summary>Judges it. Refused without a word.</summary>
    public void Judge(bool confirmed, string? finding, string by, DateTime at)
    {
        Refusal.When(string.IsNullOrWhiteSpace(finding), $"请写明核实的情况", "Finding");
        (State, Finding, JudgedBy, JudgedAt) = (confirmed ? SignalState.Confirmed : SignalState.FalseAlarm, finding!.Trim(), by, at);
    }
}
