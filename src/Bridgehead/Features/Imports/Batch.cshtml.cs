using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Imports;

/// <summary>One batch that was imported: what it brought, what has happened to it since, and the way to undo it.</summary>
[Authorize(Permission.Import)]
public sealed class BatchPage(BridgeheadDb db, ListBatches list, ListBatchRecords records, LookAtBatch look, UndoImport undo, ScopedUnits scope) : PageAbout<ImportBatch>(db)
{
    /// <summary>What undoing it would do; null once it was undone.</summary>
    public UndoPreview? Preview { get; private set; }

    /// <summary>Look at the records it changed instead of those it made; what there is when it made none.</summary>
    [FromQuery(Name = "updated")] public bool? OfChanged { get; set; }
    /// <summary>Where the page of records begins.</summary>
    [FromQuery(Name = "after")] public string? After { get; set; }

    /// <summary>Whether the records it changed are listed.</summary>
    public bool Changed => OfChanged ?? (Subject.Added == 0 && Subject.Updated > 0);
    /// <summary>The records it made or changed, as far as the asker may see them.</summary>
    public IReadOnlyList<BatchRecord> Records { get; private set; } = [];
    /// <summary>Where the next page of records begins.</summary>
    public string? Next { get; private set; }
    /// <summary>What was given for all rows of a sheet, and does not stand in the file.</summary>
    public IReadOnlyList<GivenValue> Given { get; private set; } = [];

    private IReadOnlyList<Unit> units = [];

    /// <summary>The unit of a record; null outside of the scope.</summary>
    public Unit? UnitOf(BatchRecord record) => units.FirstOrDefault(unit => unit.Id == record.UnitId);

    /// <inheritdoc />
    protected override Task<ImportBatch?> Find() => list.Find(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        (Records, Next) = await records.Page(Subject, Changed, After, cancel: Cancel);
        if (Records.Count > 0) units = await scope.All(Cancel);
        Given = [.. (await GivenValues.Of(Db, [Subject.Id], Cancel))[Subject.Id]];
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
