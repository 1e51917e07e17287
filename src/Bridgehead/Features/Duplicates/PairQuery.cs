using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Duplicates;

/// <summary>What of the queue is asked for.</summary>
public sealed class PairQuery
{
    /// <summary>"open" for the undecided, "decided" for the rest; both when empty.</summary>
    [MaxLength(10)] public string? State { get; set; }
    /// <summary>1 to 4.</summary>
    [Range(1, 4)] public int? Level { get; set; }
    /// <summary>Projects or enterprises.</summary>
    public RecordKind? Kind { get; set; }
    /// <summary>Only what should have been decided by now.</summary>
    public bool? Overdue { get; set; }
    /// <summary>Where the page begins.</summary>
    [MaxLength(120)] public string? After { get; set; }

    /// <summary>The query as it stands in an address.</summary>
    public Dictionary<string, string?> Route(string? after = null) => new()
    {
        ["state"] = State, ["level"] = Level?.ToString(System.Globalization.CultureInfo.InvariantCulture), ["kind"] = Kind?.ToString(), ["overdue"] = Overdue == true ? "true" : null, ["after"] = after,
    };
}

/// <summary>A side of a pair as it is listed; without a name where it is another unit's.</summary>
/// <param name="Id">The record; null when it is not the asker's to see.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="UnitId">The unit it belongs to.</param>
public sealed record PairSide(Guid? Id, string? Name, string? Number, Guid? UnitId)
{
    /// <summary>A side outside the scope.</summary>
    public static PairSide Hidden { get; } = new(null, null, null, null);

    /// <summary>What it is called beside the other: with its number where both bear one name.</summary>
    public string? Beside(PairSide other) => Name == other.Name && Number is { Length: > 0 } ? $"{Name}（{Number}）" : Name;
}

/// <summary>A pair as it is listed.</summary>
public sealed record PairRow(DuplicatePair Pair, PairSide First, PairSide Second)
{
    /// <summary>Whether the asker sees both sides, and so may decide.</summary>
    public bool IsWhole => First.Id is not null && Second.Id is not null;
}
