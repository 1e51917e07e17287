namespace Bridgehead;

/// <summary>
/// Proves the audit trail: numbers from 1 without a gap, every entry's hash made of all its columns and of the hash before, and the
/// head where the last entry is. Stops at the first broken entry: everything after it rests on nothing.
/// </summary>
public sealed class VerifyTrail(ReadTrail trail)
{
    /// <summary>The state of the chain. Reads it once, one row in memory at a time.</summary>
    public async Task<TrailState> Run(CancellationToken cancel = default)
    {
        var (last, hash) = (0L, ChainHead.Genesis);
        await foreach (var line in trail.Lines(cancel).WithCancellation(cancel))
        {
            if (Wrong(line, last, hash) is { } wrong) return new TrailState(last, hash, Math.Min(last + 1, line.Sequence), wrong);
            (last, hash) = (line.Sequence, line.Hash);
        }
        return await trail.Head(cancel) switch
        {
            null => new TrailState(last, hash, last + 1, $"审计链的末尾记录缺失"),
            var head when head.Sequence != last => new TrailState(last, hash, Math.Min(last, head.Sequence) + 1, $"审计记录应到第{head.Sequence}条为止，实际到第{last}条"),
            var head when head.Hash != hash => new TrailState(last, hash, last, $"审计记录第{last}条与审计链末尾的校验值不符"),
            _ => new TrailState(last, hash, null, null),
        };
    }

    private static FormattableString? Wrong(TrailLine line, long last, string hash)
    {
        if (line.Sequence <= last) return $"审计记录第{line.Sequence}条重复";
        if (line.Sequence > last + 1) return $"审计记录第{last + 1}条缺失";
        if (line.PreviousHash != hash) return $"审计记录第{line.Sequence}条没有接在上一条之后";
        if (line.Hash != line.HashAfter(hash)) return $"审计记录第{line.Sequence}条的内容与其校验值不符";
        return null;
    }
}

/// <summary>What a check of the trail found.</summary>
/// <param name="Entries">How many entries are proved, from the first.</param>
/// <param name="Hash">The hash of the last proved entry: the anchor to keep elsewhere.</param>
/// <param name="BrokenAt">The first broken sequence number; null when all is well.</param>
/// <param name="Wrong">What is wrong with it.</param>
public sealed record TrailState(long Entries, string Hash, long? BrokenAt, FormattableString? Wrong)
{
    /// <summary>Whether the whole chain is proved.</summary>
    public bool Holds => BrokenAt is null;

    /// <summary>What is wrong, as findings.</summary>
    public IReadOnlyList<FormattableString> Findings => Wrong is null ? [] : [Wrong];
}
