using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Audit;

/// <summary>The audit trail, newest first, and the state of its chain. For those whose scope is the whole city.</summary>
[Authorize(Permission.ReadTrail)]
public sealed class IndexPage(BridgeheadDb db, ReadTrail trail, VerifyTrail verify, ScopedUnits scope) : Screen
{
    private const int PageSize = 50;

    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public TrailFilter Filter { get; set; } = new();

    /// <summary>The entries.</summary>
    public IReadOnlyList<TrailRow> Rows { get; private set; } = [];
    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Next { get; private set; }
    /// <summary>The last link of the chain.</summary>
    public ChainHead Head { get; private set; } = new();
    /// <summary>What the check found, when it was asked for.</summary>
    public TrailState? State { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await scope.IsEverything(Cancel)) return false;
        var entries = Filter.Of(db.Set<AuditEntry>().AsNoTracking());
        if (Filter.Before is { } before) entries = entries.Where(e => e.Sequence < before);
        var rows = await entries.OrderByDescending(e => e.Sequence).Take(PageSize + 1)
            .Select(e => new TrailRow(e.Sequence, e.At, e.Action, e.Result, e.UserName, e.Role, e.Unit, e.Address, e.SubjectId, e.Reason)).ToListAsync(Cancel);
        Next = rows.Count > PageSize ? rows[PageSize - 1].Sequence : null;
        Rows = [.. rows.Take(PageSize)];
        Head = await trail.Head(Cancel) ?? new ChainHead();
        return true;
    }

    /// <summary>How a result is marked, besides its word.</summary>
    public static string Tone(AuditResult result) => result switch
    {
        AuditResult.Done => "good",
        AuditResult.Refused or AuditResult.Invalid => "warn",
        _ => "bad",
    };

    /// <summary>Checks the whole chain and shows what it found.</summary>
    public async Task<IActionResult> OnPostVerify()
    {
        State = await verify.Run(Cancel);
        return Page();
    }
}

/// <summary>An entry as it is listed.</summary>
public sealed record TrailRow(
    long Sequence, DateTime At, string Action, AuditResult Result, string UserName, string Role, string Unit, string Address, Guid? SubjectId, string? Reason);
