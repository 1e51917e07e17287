namespace Bridgehead;

/// <summary>The last link of a hash chain; its row is the lock that gives the next sequence number.</summary>
public sealed class ChainHead
{
    /// <summary>The empty chain's hash.</summary>
    public const string Genesis = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Which chain: "audit" or "ledger".</summary>
    public string Chain { get; internal set; } = "";

    /// <summary>The last sequence number given.</summary>
    public long Sequence { get; internal set; }

    /// <summary>The hash of the last link.</summary>
    public string Hash { get; internal set; } = Genesis;
}
