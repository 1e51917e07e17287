using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Audit;

/// <summary>The audit trail, newest first, and the state of its chain. For those whose scope is the whole city.</summary>
[Authorize(Permission.ReadTrail)]
public sealed class IndexPage(ListTrail list, ReadTrail trail, VerifyTrail verify) : Screen
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
        if (await list.Page(Filter, PageSize, Cancel) is not var (rows, next)) return false;
        (Rows, Next) = (rows, next);
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
