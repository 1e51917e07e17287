using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Signals;

/// <summary>The signals as a list to verify, with the precision of each rule.</summary>
[Authorize(Permission.ReadSignals)]
public sealed class IndexPage(FindSignals find, ScopedUnits scope, Asker asker, UnitOfWork work) : Screen
{
    /// <summary>Which ones.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public SignalQuery Query { get; set; } = new();

    /// <summary>The page of the list.</summary>
    public IReadOnlyList<(Signal Signal, Unit Unit)> Rows { get; private set; } = [];
    /// <summary>Where the next page is.</summary>
    public string? Next { get; private set; }
    /// <summary>How often each rule was right.</summary>
    public IReadOnlyList<SignalPrecision> Precision { get; private set; } = [];
    /// <summary>The last run.</summary>
    public SignalRun? Last { get; private set; }
    /// <summary>Whether the asker may run the rules.</summary>
    public bool MayRun { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Rows, Next) = await find.Page(Query, Cancel);
        (Precision, Last, MayRun) = (await find.Precision(Cancel), await find.Last(Cancel), asker.May(Permission.JudgeSignals) && await scope.IsWholeCity(Cancel));
        return true;
    }

    /// <summary>Runs the rules.</summary>
    public async Task<IActionResult> OnPostRun()
    {
        if (!asker.May(Permission.JudgeSignals)) return Forbid();
        var run = await find.Run(Cancel);
        work.Subject = run.Id;
        this.Notice($"已核查：{run.Seen}条苗头，其中{run.Fresh}条是新的");
        return RedirectToPage();
    }

    /// <summary>The list of one rule or state.</summary>
    public string With(SignalKind? kind, SignalState? state, string? after = null) =>
        "/signals?" + string.Join('&', new[] { kind is { } k ? "kind=" + k : null, state is { } s ? "state=" + s : null, after is null ? null : "after=" + after }.OfType<string>());
}
