namespace Bridgehead.Features.Cockpit;

/// <summary>Up to where a person has seen what changed; set by the person, never by opening a page.</summary>
public sealed class CockpitLook
{
    private CockpitLook() { }

    /// <summary>A mark of a person.</summary>
    public CockpitLook(Guid userId) => UserId = userId;

    /// <summary>Whose mark it is.</summary>
    public Guid UserId { get; private set; }
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>The last entry of the ledger then.</summary>
    public long Sequence { get; private set; }

    /// <summary>Everything up to now has been seen.</summary>
    public void Mark(DateTime at, long sequence) => (At, Sequence) = (at, sequence);
}
