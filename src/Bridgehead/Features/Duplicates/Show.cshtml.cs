using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>Two suspected records side by side, field by field, and the decision. Only for whoever sees both.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class ShowPage(BridgeheadDb db, ListPairs list, ComparePair compare, DecidePair decide, Asker asker) : PageAbout<PairRow>(db)
{
    /// <summary>The fields; the earlier record stands first.</summary>
    public IReadOnlyList<PlannedField> Fields { get; private set; } = [];
    /// <summary>The merge that decided it; null when none stands.</summary>
    public Guid? Merge { get; private set; }
    /// <summary>The next pair that waits.</summary>
    public Guid? NextOpen { get; private set; }
    /// <summary>What was typed.</summary>
    public string? Reason { get; private set; }
    /// <summary>Whether the asker may decide.</summary>
    public bool MayDecide => asker.May(Permission.DecideDuplicates);

    /// <inheritdoc />
    protected override async Task<PairRow?> Find()
    {
        var row = await list.Find(Id, Cancel);
        return row is null || row.IsWhole || (row.Pair.IsDecided && (row.First.Id ?? row.Second.Id) is not null) ? row : null;
    }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Fields = await compare.Run(Subject, Cancel);
        Merge = await Db.Set<RecordMerge>().Where(m => m.PairId == Id && m.UndoneAt == null).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(Cancel);
        NextOpen = await list.NextOpen(Subject.Pair, Cancel);
        return true;
    }

    /// <summary>Decides it.</summary>
    public async Task<IActionResult> OnPost(DuplicateDecision decision, [MaxLength(500)] string? reason, long version)
    {
        if (!MayDecide) return Forbid();
        Reason = reason;
        var next = NextOpen;
        if (await decide.Run(Id, decision, reason, version, Cancel) is null) return NotFound();
        return next is { } id ? RedirectToPage(new { Id = id }) : RedirectToPage("/Duplicates/Index");
    }

    /// <summary>Where a side stands.</summary>
    public string? Address(PairSide side) => side.Id is not { } id ? null : (Subject.Pair.Kind == RecordKind.Project ? "/projects/" : "/enterprises/") + id;
}
