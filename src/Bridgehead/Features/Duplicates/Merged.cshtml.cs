using System.Text.Json;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>What a merge did, and the way back.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class MergedPage(BridgeheadDb db, FindMerge find, UndoMerge undo, Asker asker) : PageAbout<RecordMerge>(db)
{
    /// <summary>What was moved.</summary>
    public IEnumerable<PlannedMove> Moves => JsonSerializer.Deserialize<SortedDictionary<string, List<string>>>(Subject.Moved)!
        .Where(m => m.Key != RecordMerge.AddedNames).Select(m => new PlannedMove(m.Key, m.Value.Count));

    /// <summary>Whether the asker may undo it.</summary>
    public bool MayUndo => Subject.UndoneAt is null && asker.May(Permission.DecideDuplicates);

    /// <inheritdoc />
    protected override Task<RecordMerge?> Find() => find.Run(Id, Cancel);

    /// <summary>Undoes it.</summary>
    public async Task<IActionResult> OnPost(long version)
    {
        if (!asker.May(Permission.DecideDuplicates)) return Forbid();
        if (Subject.Version != version) throw new DbUpdateConcurrencyException();
        await undo.Run(Subject, Cancel);
        return RedirectToPage(new { Id });
    }
}
