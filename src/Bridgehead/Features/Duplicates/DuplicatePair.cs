namespace Bridgehead.Features.Duplicates;

/// <summary>How a suspicion was decided (domain rule 6.4). Nothing decides by itself.</summary>
public enum DuplicateDecision
{
    /// <summary>One record's values were kept in the other: 覆盖.</summary>
    [Label("覆盖")] Overwritten,
    /// <summary>Not a duplicate: 忽略.</summary>
    [Label("忽略")] Ignored,
    /// <summary>The two were made one: 合并.</summary>
    [Label("合并")] Merged,
    /// <summary>Alike, and truly another: 视为新项目.</summary>
    [Label("视为新项目")] TrulyNew,
}

/// <summary>At which occasion a suspicion arose.</summary>
public enum FoundAt
{
    /// <summary>When the later record was saved.</summary>
    [Label("登记时")] Saving,
    /// <summary>When the later record came with a ledger.</summary>
    [Label("导入时")] Import,
    /// <summary>When everything was looked through.</summary>
    [Label("全面检查")] Scan,
}

/// <summary>Two records that may be one, and what was decided about it, by whom, when and why.</summary>
public sealed class DuplicatePair : IVersioned, IAudited
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    private DuplicatePair() { }

    /// <summary>Notes a suspicion.</summary>
    /// <param name="earlier">The record registered earlier.</param>
    /// <param name="later">The other one.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="suspicion">How strongly, and why.</param>
    /// <param name="found">At which occasion.</param>
    /// <param name="now">When (UTC).</param>
    public DuplicatePair(Guid earlier, Guid later, RecordKind kind, Suspicion suspicion, FoundAt found, DateTime now)
    {
        (Id, Kind, FirstId, SecondId) = (Guid.CreateVersion7(), kind, earlier, later);
        (Level, Why, Similarity, Found, FoundOn) = (suspicion.Level, suspicion.Why, suspicion.Similarity, found, now);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>What they are.</summary>
    public RecordKind Kind { get; private set; }
    /// <summary>The record registered earlier.</summary>
    public Guid FirstId { get; private set; }
    /// <summary>The record registered later.</summary>
    public Guid SecondId { get; private set; }
    /// <summary>1 to 4.</summary>
    public int Level { get; private set; }
    /// <summary>What they have in common.</summary>
    public MatchReasons Why { get; private set; }
    /// <summary>How alike the names are, in per cent.</summary>
    public int Similarity { get; private set; }
    /// <summary>At which occasion it was found.</summary>
    public FoundAt Found { get; private set; }
    /// <summary>When it was found (UTC).</summary>
    public DateTime FoundOn { get; private set; }
    /// <summary>Why whoever saved the later record without seeing the earlier one held it for new.</summary>
    public string? Claim { get; private set; }
    /// <summary>Whether it is decided.</summary>
    public bool IsDecided { get; private set; }
    /// <summary>How it was decided.</summary>
    public DuplicateDecision? Decision { get; private set; }
    /// <summary>Why.</summary>
    public string? Reason { get; private set; }
    /// <summary>By whom.</summary>
    public Guid? DecidedBy { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string? DecidedByName { get; private set; }
    /// <summary>When (UTC).</summary>
    public DateTime? DecidedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it should have been decided by now.</summary>
    public bool IsOverdue(DateTime now, DuplicateRules rules) => !IsDecided && FoundOn.AddHours(rules.DueHours) < now;

    /// <summary>Notes why the later record was saved by somebody who could not see the earlier one.</summary>
    public void Claimed(string reason) => Claim = reason.Trim();

    /// <summary>Decides it. Refused a second time, and without a reason where the record is held for new or the suspicion for none.</summary>
    public void Decide(DuplicateDecision decision, string? reason, Guid? by, string who, DateTime now)
    {
        Refusal.When(IsDecided, $"这一对已由{DecidedByName}处理为“{Decision}”，不能再次处理");
        Refusal.When(decision is DuplicateDecision.Ignored or DuplicateDecision.TrulyNew && string.IsNullOrWhiteSpace(reason), $"忽略或视为新项目必须写明理由", nameof(Reason));
        Refusal.When(reason?.Trim().Length > LongestReason, $"理由最多{LongestReason}个字", nameof(Reason));
        (IsDecided, Decision, Reason) = (true, decision, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        (DecidedBy, DecidedByName, DecidedAt) = (by, who, now);
    }

    /// <summary>Opens it again because what was decided has been undone.</summary>
    public void Reopen() => (IsDecided, Decision, Reason, DecidedBy, DecidedByName, DecidedAt) = (false, null, null, null, null, null);
}
