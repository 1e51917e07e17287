using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>
/// What one request, job step or command does, as one transaction: the changes, the audit entry and the stored reply for a
/// retry stand or fall together. Doors open and close it; use cases only save.
/// </summary>
public sealed class UnitOfWork(BridgeheadDb db, Asker asker, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The record the action is about, when a use case knows it.</summary>
    public Guid? Subject { get; set; }

    /// <summary>The reason the person gave, when the form asks for one.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether an entry has been written for this action.</summary>
    public bool Closed { get; private set; }

    /// <summary>Commits everything done since it began, with its audit entry.</summary>
    public async Task Commit(string action, AuditResult result = AuditResult.Done, CancellationToken cancel = default)
    {
        await CommitPart(action, result, cancel);
        Closed = true;
    }

    /// <summary>Commits a part that stands by itself, with an audit entry of its own; the work goes on.</summary>
    public async Task CommitPart(string action, AuditResult result = AuditResult.Done, CancellationToken cancel = default)
    {
        await db.SaveChangesAsync(cancel);
        await Append(action, result, Reason, cancel);
        await CloseTransaction(cancel);
        db.ForgetChanges();
    }

    /// <summary>Undoes everything done since it began and leaves an entry saying how it ended.</summary>
    public async Task Abandon(string action, AuditResult result, string? why, CancellationToken cancel = default)
    {
        await Rollback();
        await Append(action, result, why, cancel);
        await CloseTransaction(cancel);
        Closed = true;
    }

    /// <summary>Undoes everything done since it began.</summary>
    public async Task Rollback()
    {
        // disposing rolls back, also where the connection is lost already
        if (db.Database.CurrentTransaction is { } open) await open.DisposeAsync();
        db.EndTurn();
        db.ChangeTracker.Clear();
        db.ForgetChanges();
    }

    private async Task CloseTransaction(CancellationToken cancel)
    {
        await using var open = db.Database.CurrentTransaction!;
        await open.CommitAsync(cancel);
        db.EndTurn();
    }

    private async Task Append(string action, AuditResult result, string? reason, CancellationToken cancel)
    {
        var head = await Chain.Take(db, "audit", 1, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var entry = new AuditEntry
        {
            Sequence = head.Sequence + 1,
            At = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
            Action = action, Result = result,
            UserId = asker.UserId, UserName = OneLine(asker.Name), Role = asker.Role?.ToString() ?? "", Unit = OneLine(asker.UnitName),
            Address = OneLine(asker.Address), SubjectId = Subject,
            Reason = reason is null ? null : OneLine(reason),
            Changes = JsonSerializer.Serialize(db.Changes, Json),
            PreviousHash = head.Hash,
        };
        entry.Hash = entry.HashAfter(head.Hash);
        db.Add(entry);
        await db.SaveChangesAsync(cancel);
        db.Entry(entry).State = EntityState.Detached;
        await Chain.Close(db, "audit", entry.Hash, cancel);
    }

    /// <summary>Control characters become a visible mark, so nobody can forge a line in a printed log.</summary>
    private static string OneLine(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? '\u2423' : source[i];
    });
}
