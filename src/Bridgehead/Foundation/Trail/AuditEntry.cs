namespace Bridgehead;

/// <summary>How an action ended.</summary>
public enum AuditResult
{
    /// <summary>It took effect.</summary>
    [Label("已办")] Done,

    /// <summary>A business rule said no.</summary>
    [Label("被拒")] Refused,

    /// <summary>What was typed had the wrong shape.</summary>
    [Label("填写有误")] Invalid,

    /// <summary>The person had no right to it.</summary>
    [Label("无权")] Denied,

    /// <summary>The program failed; nothing took effect.</summary>
    [Label("出错")] Failed,
}

/// <summary>
/// One action in the hash-chained trail: who, in which role and unit, from where, when, what, on which record, before and
/// after, and how it ended. Written in the transaction of its effect. The hash covers every column, each with its length
/// before it, and the hash of the entry before (reliability rules 7 and 5.1).
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Strictly rising from 1, without gaps.</summary>
    public long Sequence { get; internal set; }
    /// <summary>When (UTC).</summary>
    public DateTime At { get; internal set; }
    /// <summary>What was done, in dotted form: "projects.edit".</summary>
    public string Action { get; internal set; } = "";
    /// <summary>How it ended.</summary>
    public AuditResult Result { get; internal set; }
    /// <summary>Who; null before sign-in.</summary>
    public Guid? UserId { get; internal set; }
    /// <summary>The name the person had then.</summary>
    public string UserName { get; internal set; } = "";
    /// <summary>The role the person had then.</summary>
    public string Role { get; internal set; } = "";
    /// <summary>The unit the person belonged to then.</summary>
    public string Unit { get; internal set; } = "";
    /// <summary>The network address it came from, or "command line".</summary>
    public string Address { get; internal set; } = "";
    /// <summary>The record it was about, when there is one.</summary>
    public Guid? SubjectId { get; internal set; }
    /// <summary>The reason given, or the sentence of the refusal.</summary>
    public string? Reason { get; internal set; }
    /// <summary>The changes as JSON.</summary>
    public string Changes { get; internal set; } = "[]";
    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public string PreviousHash { get; internal set; } = "";
    /// <summary>"sha256:" and 64 hexadecimal digits.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>The hash this entry must have after the given one.</summary>
    public string HashAfter(string previous) => TrailLine.Of(this).HashAfter(previous);
}
