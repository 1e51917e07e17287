namespace Bridgehead.Features.Bulk;

/// <summary>
/// One change made to many projects: previewed, confirmed, carried out in parts in the background as the person who asked, and undone as a whole where nobody changed
/// anything since. Its state moves by conditional statements, so that one node works on it and a cancel is never overwritten.
/// </summary>
public sealed class BulkJob
{
    /// <summary>The most projects one job takes.</summary>
    public const int Most = 5_000;

    private BulkJob() { }

    /// <summary>Prepares a job.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="value">To which value: a code, an identity, a text; empty takes the value away.</param>
    /// <param name="shown">That value as it is read.</param>
    /// <param name="reason">Why, for moves back or aside.</param>
    /// <param name="userId">Who asks.</param>
    /// <param name="who">The name the person had then.</param>
    /// <param name="at">When (UTC).</param>
    public BulkJob(BulkAct act, string? value, string? shown, string? reason, Guid userId, string who, DateTime at) =>
        (Id, Act, Value, Shown, Reason, UserId, Who, At) = (Guid.CreateVersion7(), act, value, shown, reason, userId, who, at);

    /// <summary>Its identity; rises with time.</summary>
    public Guid Id { get; private set; }
    /// <summary>What is done.</summary>
    public BulkAct Act { get; private set; }
    /// <summary>To which value.</summary>
    public string? Value { get; private set; }
    /// <summary>That value as it is read.</summary>
    public string? Shown { get; private set; }
    /// <summary>Why.</summary>
    public string? Reason { get; private set; }
    /// <summary>Who asks; every row is judged by this person's rights and scope at that moment.</summary>
    public Guid UserId { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string Who { get; private set; } = "";
    /// <summary>When it was prepared (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>Where it stands.</summary>
    public BulkState State { get; internal set; }
    /// <summary>How many projects it is about.</summary>
    public int Total { get; internal set; }
    /// <summary>When it was finished (UTC).</summary>
    public DateTime? FinishedAt { get; internal set; }
    /// <summary>Which node works on it.</summary>
    public string? Node { get; internal set; }
    /// <summary>Until when that node has it (UTC); afterwards another one may go on.</summary>
    public DateTime? LeaseUntil { get; internal set; }

    /// <summary>Whether it is being worked on.</summary>
    public bool IsMoving => State is BulkState.Preparing or BulkState.Running or BulkState.Undoing;
}

/// <summary>One project of a bulk change.</summary>
public sealed class BulkRow
{
    private BulkRow() { }

    internal BulkRow(Guid job, int position, Guid project, string name, long version) => (JobId, Position, ProjectId, Name, ReadVersion) = (job, position, project, name, version);

    /// <summary>Which job.</summary>
    public Guid JobId { get; private set; }
    /// <summary>Its place in the job, from 1.</summary>
    public int Position { get; private set; }
    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The name the project had then.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The version it was previewed at, later the version it was changed to: what somebody else changed since is left alone.</summary>
    public long ReadVersion { get; internal set; }
    /// <summary>How it went.</summary>
    public BulkOutcome Outcome { get; internal set; }
    /// <summary>What it was before, for taking it back.</summary>
    public string? Before { get; internal set; }
    /// <summary>Why it was refused: the sentence with its holes.</summary>
    public string? Why { get; internal set; }
    /// <summary>What goes into the holes, one a line.</summary>
    public string? WhyValues { get; internal set; }

    /// <summary>Notes how it would go.</summary>
    internal void Judge(BulkOutcome outcome, Refusal? refusal) => (Outcome, Why, WhyValues) = (outcome, refusal?.Sentence.Format, refusal is null ? null : BulkJobs.Values(refusal));

    /// <summary>Why it was refused, in the language of the reader.</summary>
    public string? Said(Words words) => Why is null ? null : words.Say(System.Runtime.CompilerServices.FormattableStringFactory.Create(Why, [.. (WhyValues ?? "").Split('\n')]));
}
