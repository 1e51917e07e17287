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

    /// <summary>So many refused rows stand open beside answers for many rows at once; more are folded away.</summary>
    public const int FewRows = 20;

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
    /// <summary>Where the rows to correct stand: on this sheet, or on the first that has some.</summary>
    public string RefusedAt => Here is { Refused: > 0 } ? "#refused" : $"?sheet={Math.Max(0, Report.Sheets.FindIndex(s => s.Refused > 0))}#refused";

    /// <summary>Which columns are missing, and what to do.</summary>
    public string MissingSentence => Here!.Absent.Count(a => a.Required) >= Here.Missing.Count
        ? words.Say($"缺少“{string.Join("、", Here.Missing.Select(m => words[m]))}”这一列。请给整份台账统一填一个值；文件中有这一列的，在下面“列的对应”中选出来")
        : words.Say($"缺少“{string.Join("、", Here.Missing.Select(m => words[m]))}”这一列。请在下面把对应的列选出来，或改正表头所在的行");

    /// <summary>What a field may say; null for any text.</summary>
    public IReadOnlyList<WordMeaning>? MeaningsOf(string? key) => key is not null && Report.Meanings.TryGetValue(key, out var meanings) && meanings.Count > 0 ? meanings : null;

    /// <summary>The reasons of a sheet that one answer mends: in a column all cells say the same, or there is no such column.</summary>
    public static IEnumerable<SameReason> SharedOf(CheckedSheet sheet) => sheet.Reasons.Where(r => r.Rows > 1 || sheet.Absent.Any(a => a.Key == r.Key)).Take(30);

    /// <summary>The refused rows of a sheet with what is wrong in them alone; what is answered for all rows at once is not asked again row by row.</summary>
    public static IReadOnlyList<RefusedLine> LinesOf(CheckedSheet sheet)
    {
        var answered = SharedOf(sheet).Where(r => r.Index is null).Select(r => r.Key).ToHashSet();
        return [.. sheet.RefusedRows.Select(line => line with { Problems = [.. line.Problems.Where(p => p.Index is not null || p.Key is null || !answered.Contains(p.Key))] }).Where(line => line.Problems.Count > 0)];
    }

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

    /// <summary>Answers what many rows ask at once: what words mean, what stands in a column instead, what holds for all rows.</summary>
    public Task<IActionResult> OnPostWords(string? name, [FromForm(Name = "meanings")] Dictionary<string, string?> meanings, [FromForm(Name = "same")] List<SameInput>? same, [FromForm(Name = "given")] Dictionary<string, string?> given, long version)
    {
        var before = Settings.Sheets.FirstOrDefault(s => s.Name == name) ?? new SheetChoice { Name = name ?? "" };
        return Decide(version, new CheckDecision
        {
            Words = [.. meanings.Where(m => !string.IsNullOrEmpty(m.Value)).Select(m => (Key: m.Key.Split('|', 2), Value: m.Value!)).Where(m => m.Key.Length == 2).Select(m => (m.Key[0], m.Key[1], m.Value))],
            Replacements = [.. (same ?? []).Where(s => !string.IsNullOrWhiteSpace(s.To) && Report.Sheets.Any(r => r.Name == name)).Take(200).Select(s => new CellReplacement(name!, s.Column, (s.From ?? "").Trim(), s.To!.Trim()))],
            Sheets = given.Values.Any(text => !string.IsNullOrWhiteSpace(text)) && Report.Sheets.Any(r => r.Name == name) ? [SheetInput.With(before, given.Where(g => !string.IsNullOrWhiteSpace(g.Value)).ToDictionary())] : [],
        });
    }

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
