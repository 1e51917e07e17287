namespace Bridgehead.Features.Reports.Schedules;

/// <summary>How the making of a report went.</summary>
public enum RunState
{
    /// <summary>It waits for a node.</summary>
    [Label("等待生成")] Waiting,
    /// <summary>A node makes it.</summary>
    [Label("生成中")] Working,
    /// <summary>The file is kept.</summary>
    [Label("已生成")] Done,
    /// <summary>It could not be made; the reason is told.</summary>
    [Label("生成失败")] Failed,
}

/// <summary>
/// A report made for a day: once for each schedule and day. Written by the one node that holds its lease; its state moves by conditional statements.
/// </summary>
public sealed class ReportRun
{
    /// <summary>How often it is tried when the program itself fails.</summary>
    public const int Tries = 3;

    private ReportRun() { }

    internal ReportRun(Guid scheduleId, DateOnly due, DateTime at) => (Id, ScheduleId, DueOn, At) = (Guid.CreateVersion7(), scheduleId, due, at);

    /// <summary>Its identity; rises with time.</summary>
    public Guid Id { get; private set; }
    /// <summary>Of which schedule.</summary>
    public Guid ScheduleId { get; private set; }
    /// <summary>For which day.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>When it was arranged (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>How it went.</summary>
    public RunState State { get; internal set; }
    /// <summary>How often it was begun.</summary>
    public int Attempts { get; internal set; }
    /// <summary>Which node makes it.</summary>
    public string? Node { get; internal set; }
    /// <summary>Until when that node has it (UTC).</summary>
    public DateTime? LeaseUntil { get; internal set; }
    /// <summary>When it was finished (UTC).</summary>
    public DateTime? FinishedAt { get; internal set; }
    /// <summary>What the file is called.</summary>
    public string? FileName { get; internal set; }
    /// <summary>SHA-256 of the file.</summary>
    public string? FileDigest { get; internal set; }
    /// <summary>Bytes of the file.</summary>
    public long Size { get; internal set; }
    /// <summary>Why it failed, as it was said.</summary>
    public string? Why { get; internal set; }
}

/// <summary>A person who wants a report that is made by itself.</summary>
public sealed class ScheduleSubscriber
{
    private ScheduleSubscriber() { }

    internal ScheduleSubscriber(Guid scheduleId, Guid userId) => (Id, ScheduleId, UserId) = (Guid.CreateVersion7(), scheduleId, userId);

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Which report.</summary>
    public Guid ScheduleId { get; private set; }
    /// <summary>Who.</summary>
    public Guid UserId { get; private set; }
    /// <summary>The last one the person has seen; null for none.</summary>
    public Guid? SeenRun { get; internal set; }
}
