using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Imports;

/// <summary>One batch that was imported: what it brought, what has happened to it since, and the way to undo it.</summary>
[Authorize(Permission.Import)]
public sealed class BatchPage(BridgeheadDb db, ListBatches list, LookAtBatch look, UndoImport undo) : PageAbout<ImportBatch>(db)
{
    /// <summary>What undoing it would do; null once it was undone.</summary>
    public UndoPreview? Preview { get; private set; }

    /// <inheritdoc />
    protected override Task<ImportBatch?> Find() => list.Find(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        if (Subject.UndoneAt is null) Preview = await look.Run(Subject, Cancel);
        return true;
    }

    /// <summary>Undoes it.</summary>
    public async Task<IActionResult> OnPost(ChangedSince? changed)
    {
        await undo.Run(Id, changed, Cancel);
        this.Notice($"已撤销{Subject.File}");
        return RedirectToPage(new { Id });
    }
}
