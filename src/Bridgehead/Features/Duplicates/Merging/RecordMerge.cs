namespace Bridgehead.Features.Duplicates;

/// <summary>
/// Two records made one: which went into which, how both were before, and what was moved, so that it can be undone exactly. While it stands it is the
/// pointer that leads from the record that is gone to the one that stayed.
/// </summary>
public sealed class RecordMerge : IVersioned, IAudited
{
    /// <summary>Under this name stand, with what was moved, the names the one that stays was given by the merge.</summary>
    public const string AddedNames = "OtherName.Added";

    private RecordMerge() { }

    /// <summary>Notes a merge.</summary>
    internal RecordMerge(RecordKind kind, Guid survivor, string survivorName, Guid loser, string loserName, Guid? by, string byName, DateTime at)
    {
        (Id, Kind, SurvivorId, SurvivorName, LoserId, LoserName) = (Guid.CreateVersion7(), kind, survivor, survivorName, loser, loserName);
        (By, ByName, At) = (by, byName, at);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>What they are.</summary>
    public RecordKind Kind { get; private set; }
    /// <summary>The record that stays.</summary>
    public Guid SurvivorId { get; private set; }
    /// <summary>What it was called then.</summary>
    public string SurvivorName { get; private set; } = "";
    /// <summary>The record that went into it.</summary>
    public Guid LoserId { get; private set; }
    /// <summary>What it was called.</summary>
    public string LoserName { get; private set; } = "";
    /// <summary>What the record that is gone was found by: its names and numbers, and those of what had gone into it.</summary>
    public string LoserKeys { get; internal set; } = "";
    /// <summary>The pair it decided.</summary>
    public Guid? PairId { get; internal set; }
    /// <summary>Every field of the one that stays, before, as JSON.</summary>
    public string SurvivorBefore { get; internal set; } = "{}";
    /// <summary>Every field of the one that stays, after, as JSON.</summary>
    public string SurvivorAfter { get; internal set; } = "{}";
    /// <summary>Every field of the one that is gone, before, as JSON.</summary>
    public string LoserBefore { get; internal set; } = "{}";
    /// <summary>The rows that were moved, as JSON: column by column their keys.</summary>
    public string Moved { get; internal set; } = "{}";
    /// <summary>By whom.</summary>
    public Guid? By { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>When it was undone (UTC); null while it stands.</summary>
    public DateTime? UndoneAt { get; private set; }
    /// <summary>Who undid it.</summary>
    public string? UndoneByName { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Notes that it was undone. Refused a second time.</summary>
    public void Undo(string who, DateTime now)
    {
        Refusal.When(UndoneAt is not null, $"这次合并已由{UndoneByName}撤销");
        (UndoneAt, UndoneByName) = (now, who);
    }
}
