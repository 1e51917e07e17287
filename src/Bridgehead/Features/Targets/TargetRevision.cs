namespace Bridgehead.Features.Targets;

/// <summary>One setting of a target, never changed: earlier ones stay readable, and figures of a past day use the one in force that day.</summary>
public sealed class TargetRevision
{
    private TargetRevision() { }

    /// <summary>Keeps a setting.</summary>
    /// <param name="targetId">Of which target.</param>
    /// <param name="number">The how-manieth, from 1.</param>
    /// <param name="setting">What it was set to; 0 withdraws it.</param>
    public TargetRevision(Guid targetId, int number, TargetSetting setting) =>
        (Id, TargetId, Number, Value, Stretch, Document, Reason, By, At) =
        (Guid.CreateVersion7(), targetId, number, setting.Value, setting.Stretch, setting.Document, setting.Reason, setting.By, setting.At);

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Of which target.</summary>
    public Guid TargetId { get; private set; }
    /// <summary>The how-manieth, from 1.</summary>
    public int Number { get; private set; }
    /// <summary>基本目标 from then on; 0: withdrawn.</summary>
    public long Value { get; private set; }
    /// <summary>奋斗目标 from then on.</summary>
    public long? Stretch { get; private set; }
    /// <summary>The document.</summary>
    public string Document { get; private set; } = "";
    /// <summary>Why; empty the first time.</summary>
    public string Reason { get; private set; } = "";
    /// <summary>Who entered it.</summary>
    public string By { get; private set; } = "";
    /// <summary>When (UTC). In force from that day in the city's time.</summary>
    public DateTime At { get; private set; }

    /// <summary>The day it came into force.</summary>
    public DateOnly From => DateOnly.FromDateTime(At.AddHours(8));
}
