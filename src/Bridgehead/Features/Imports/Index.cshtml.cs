using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Imports;

/// <summary>Importing a ledger: choose a file, see row by row what would be taken, apply it, undo it. The checked file is kept for applying; it is not uploaded twice.</summary>
[Authorize(Permission.Import)]
[RequestSizeLimit(60_000_000)]
public sealed class IndexPage(ListBatches batches, ImportLedger import, UndoImport undo, Inbox inbox, ScopedUnits scope, Asker asker, Words words, TimeProvider clock) : Screen
{
    /// <summary>As what.</summary>
    [BindProperty(SupportsGet = true)] public ImportKind Kind { get; set; } = ImportKind.Projects;
    /// <summary>The file.</summary>
    [BindProperty] public IFormFile? Upload { get; set; }
    /// <summary>The checked file, by its digest.</summary>
    [BindProperty(SupportsGet = true)] public string? Checked { get; set; }
    /// <summary>Unknown units and indicators are added.</summary>
    [BindProperty(SupportsGet = true)] public bool AddMissing { get; set; }

    /// <summary>The unit of projects that name none, by its code.</summary>
    [BindProperty(SupportsGet = true)] public string? Unit { get; set; }

    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>What the check found; null before one.</summary>
    public ImportOutcome? Outcome { get; private set; }
    /// <summary>The batches of the own unit, newest first.</summary>
    public IReadOnlyList<ImportBatch> Batches { get; private set; } = [];

    private ImportOptions Options => new(AddMissing, Unit: string.IsNullOrWhiteSpace(Unit) ? null : Unit);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await scope.All(Cancel);
        (Batches, _) = await batches.Page(null, 30, Cancel);
        return true;
    }

    /// <summary>Shows the check of a file that was uploaded.</summary>
    public async Task<IActionResult> OnGet()
    {
        if (Checked is null) return Page();
        if (inbox.Find(Checked, asker.UserId) is not { } kept) return NotFound();
        using var file = kept.Open();
        Outcome = await import.Run(Kind, file, Stream.Null, apply: false, Options, Cancel);
        return Page();
    }

    /// <summary>Takes the file in and goes on to its check.</summary>
    public async Task<IActionResult> OnPost()
    {
        Refusal.When(Upload is null || Upload.Length == 0, $"请选择要导入的文件（xlsx、xls 或 csv）", nameof(Upload));
        var digest = await inbox.Keep(Upload!, asker.UserId, clock.GetUtcNow(), Cancel);
        using (var file = inbox.Find(digest, asker.UserId)!.Open())
            await import.Run(Kind, file, Stream.Null, apply: false, Options, Cancel);
        return RedirectToPage(new { Kind, Checked = digest, AddMissing, Unit });
    }

    /// <summary>Applies the checked file as one batch.</summary>
    public async Task<IActionResult> OnPostApply()
    {
        Refusal.When(Checked is null || inbox.Find(Checked, asker.UserId) is null, $"检查过的文件已不在，请重新上传");
        var kept = inbox.Find(Checked!, asker.UserId)!;
        using var file = kept.Open();
        await using var content = kept.Content();
        var outcome = await import.Run(Kind, file, content, apply: true, Options, Cancel);
        Refusal.When(outcome.BatchId is null, $"没有可以导入的行，请按提示修改文件后重新上传");
        return RedirectToPage(new { Kind });
    }

    /// <summary>Undoes a batch.</summary>
    public async Task<IActionResult> OnPostUndo(Guid batch)
    {
        await undo.Run(batch, Cancel);
        return RedirectToPage(new { Kind });
    }

    /// <summary>The refused rows of a sheet as a workbook.</summary>
    public async Task<IActionResult> OnGetRefused(int sheet)
    {
        if (Checked is null || inbox.Find(Checked, asker.UserId) is not { } kept) return NotFound();
        using var file = kept.Open();
        using var to = new MemoryStream();
        await import.GiveBack(Kind, file, sheet, to, words.Say, Options, Cancel);
        return File(to.ToArray(), TableWriter.XlsxType, $"{Path.GetFileNameWithoutExtension(file.Name)}-{words["需修改的行"]}.xlsx");
    }
}
