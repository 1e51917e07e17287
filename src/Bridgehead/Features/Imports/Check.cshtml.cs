using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Imports.Reading;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Imports;

/// <summary>One ledger on its way in: what was found, what is to be decided, what is wrong, and the way to apply it.</summary>
[Authorize(Permission.Import)]
public sealed class CheckPage(
    BridgeheadDb db, ListChecks list, ChangeCheck change, ApplyCheck apply, StopImport stop, CheckLedger check, JudgeLedger judge, RunningImports running, ScopedUnits scope, Figures figures, Words words, TimeProvider clock) : PageAbout<ImportCheck>(db)
{
    /// <summary>Refused rows on one page.</summary>
    public const int MostRows = 100;

    /// <summary>Which sheet is looked at, from 0.</summary>
    [BindProperty(SupportsGet = true)] public int Sheet { get; set; }

    /// <summary>What was found.</summary>
    public CheckReport Report { get; private set; } = new();
    /// <summary>What was decided.</summary>
    public CheckSettings Settings { get; private set; } = new();
    /// <summary>The columns its kind knows.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; private set; } = [];
    /// <summary>Units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>Indicators, for a table with its years across.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    /// <summary>The sheet looked at; null when none is imported.</summary>
    public CheckedSheet? Here => Sheet >= 0 && Sheet < Report.Sheets.Count ? Report.Sheets[Sheet] : Report.Sheets.Count > 0 ? Report.Sheets[0] : null;
    /// <summary>Why it failed.</summary>
    public string? Problem => ImportCheckView.ProblemOf(Subject, words);

    /// <summary>How far the work is.</summary>
    public CheckProgress Progress => CheckProgress.Of(Subject, running.ProgressOf(Subject.Id), clock.GetUtcNow().UtcDateTime);

    /// <inheritdoc />
    protected override Task<ImportCheck?> Find() => list.Find(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        (Report, Settings, Columns) = (CheckReport.Of(Subject.Report), CheckSettings.Of(Subject.Settings), judge.ColumnsOf(Subject.Kind));
        Units = await scope.All(Cancel);
        if (Report.Sheets.Any(s => s.IsWide)) Indicators = [.. await figures.Current(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8)), Cancel)];
        return true;
    }

    /// <summary>How far it is; leads back to the page when the work has ended.</summary>
    public IActionResult OnGetProgress()
    {
        if (Subject.IsBusy) return Partial("_Progress", Progress);
        Response.Headers["HX-Refresh"] = "true";
        return new NoContentResult();
    }

    /// <summary>The refused rows of a sheet as a workbook.</summary>
    public async Task<IActionResult> OnGetRefused(int sheet)
    {
        using var to = new MemoryStream();
        await check.GiveBack(Subject, sheet, to, words.Say, Cancel);
        return File(to.ToArray(), TableWriter.XlsxType, $"{Path.GetFileNameWithoutExtension(Subject.File)}-{words["需修改的行"]}.xlsx");
    }

    /// <summary>Decides how the whole ledger is taken.</summary>
    public Task<IActionResult> OnPostOptions(CheckOptions input, long version) => Decide(version, new CheckDecision { Kind = ImportQuery.KindOf(input.Kind), Options = input.Settings() });

    /// <summary>Decides about one sheet: its heading, its columns, its year and unit.</summary>
    public Task<IActionResult> OnPostSheet(SheetInput input, long version)
    {
        var found = Report.Sheets.FirstOrDefault(s => s.Name == input.Name);
        var before = Settings.Sheets.FirstOrDefault(s => s.Name == input.Name) ?? new SheetChoice { Name = input.Name };
        return Decide(version, new CheckDecision { Sheets = [input.Choice(found, before)] });
    }

    /// <summary>Says what words mean.</summary>
    public Task<IActionResult> OnPostWords(Dictionary<string, string?> meanings, long version) =>
        Decide(version, new CheckDecision { Words = [.. meanings.Where(m => !string.IsNullOrEmpty(m.Value)).Select(m => (Key: m.Key.Split('|', 2), Value: m.Value!)).Where(m => m.Key.Length == 2).Select(m => (m.Key[0], m.Key[1], m.Value))] });

    /// <summary>Puts cells of refused rows right.</summary>
    public Task<IActionResult> OnPostCorrect(string? name, Dictionary<string, string?> cells, long version)
    {
        var rows = Report.Sheets.FirstOrDefault(s => s.Name == name)?.RefusedRows.GroupBy(r => r.Row).ToDictionary(r => r.Key, r => r.First()) ?? [];
        var corrections = new List<CellCorrection>();
        foreach (var (place, text) in cells)
            if (place.Split('-') is [var row, var column] && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var r) && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var c)
                && rows.TryGetValue(r, out var line) && c < 500 && (line.Cells.ElementAtOrDefault(c) ?? "") != (text ?? "").Trim())
                corrections.Add(new CellCorrection(name!, r, c, (text ?? "").Trim() is { Length: <= 4000 } typed ? typed : ""));
        return Decide(version, new CheckDecision { Corrections = corrections });
    }

    /// <summary>Imports it.</summary>
    public async Task<IActionResult> OnPostApply(long version)
    {
        RefuseStale(version);
        await apply.Start(Subject, Cancel);
        if (Subject.State != CheckState.Done) return RedirectToPage(new { Id });
        this.Notice($"已导入{Subject.File}：新增{Subject.Added}条，更新{Subject.Updated}条");
        return RedirectToPage("/Imports/Batch", new { Id = Subject.BatchId });
    }

    /// <summary>Stops what is being done.</summary>
    public async Task<IActionResult> OnPostCancel()
    {
        await stop.Run(Subject, Cancel);
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> Decide(long version, CheckDecision decision)
    {
        RefuseStale(version);
        await change.Run(Subject, decision, Cancel);
        return RedirectToPage(new { Id, Sheet });
    }

    private void RefuseStale(long version)
    {
        Refusal.Unless(version == Subject.Version, $"这个文件在另一个窗口中又检查过，请核对最新结果后再提交");
        Db.ReadAt(Subject, version);
    }
}
