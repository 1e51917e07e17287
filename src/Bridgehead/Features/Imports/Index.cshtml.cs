using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Imports;

/// <summary>Where ledgers come in: choose or drag files, find those that wait to be imported, and what was imported before.</summary>
[Authorize(Permission.Import)]
[RequestSizeLimit(60_000_000)]
public sealed class IndexPage(ListBatches batches, ListChecks checks, CheckLedger check) : Screen
{
    private const int Shown = 30;

    /// <summary>As what; null to be found out.</summary>
    [BindProperty] public LedgerFor? Kind { get; set; }
    /// <summary>The files.</summary>
    [BindProperty] public List<IFormFile>? Upload { get; set; }
    /// <summary>Where the page of batches begins.</summary>
    [FromQuery(Name = "after")] public string? After { get; set; }

    /// <summary>The person's ledgers that are not imported yet.</summary>
    public IReadOnlyList<CheckRow> Checks { get; private set; } = [];
    /// <summary>The batches of the own unit, newest first.</summary>
    public IReadOnlyList<ImportBatch> Batches { get; private set; } = [];
    /// <summary>Where the next page of batches begins.</summary>
    public string? Next { get; private set; }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        (Checks, _) = await checks.Page(null, Shown, Cancel);
        (Batches, Next) = await batches.Page(After, Shown, Cancel);
        return true;
    }

    /// <summary>Takes files in; a single one leads on to what was found in it.</summary>
    public async Task<IActionResult> OnPost()
    {
        Refusal.When(Upload is null or { Count: 0 }, $"请选择要导入的文件（xlsx、xls 或 csv）", nameof(Upload));
        Refusal.When(Upload!.Count > 20, $"一次最多上传20个文件", nameof(Upload));
        ImportCheck? taken = null;
        foreach (var file in Upload) taken = await check.Take(file, ImportQuery.KindOf(Kind), new CheckSettings { Targets = Kind == LedgerFor.Targets }, Cancel);
        return Upload.Count == 1 ? RedirectToPage("/Imports/Check", new { taken!.Id }) : RedirectToPage();
    }
}
