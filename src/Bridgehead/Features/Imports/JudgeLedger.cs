using Bridgehead.Features.Imports.Kinds;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>Reads a ledger and judges every row. Nothing is written; what was judged can be applied.</summary>
public sealed class JudgeLedger(IServiceProvider services)
{
    /// <summary>Judges a ledger.</summary>
    /// <param name="kind">As what.</param>
    /// <param name="file">The open file.</param>
    /// <param name="options">What the person decided.</param>
    /// <param name="choices">What the person decided about sheets and cells, and what is remembered.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<JudgedLedger> Run(ImportKind kind, LedgerFile file, ImportOptions options, LedgerChoices? choices = null, ImportProgress? progress = null, CancellationToken cancel = default)
    {
        var import = Of(kind);
        import.Options = options;
        var reading = LedgerReading.Of(file, import.Columns, choices, import.TakesWideTables);
        await import.Begin(cancel);
        progress ??= new ImportProgress();
        var report = new CheckReport();
        foreach (var sheet in reading.Sheets) report.Sheets.Add(Judge(import, sheet, choices ?? new LedgerChoices(), progress, cancel));
        await import.Settle(cancel);
        foreach (var settled in import.Settled) ReportOfASheet.Settle(report.Sheets.First(s => s.Name == settled.Sheet), settled);
        foreach (var doubled in import.Doubled) ReportOfASheet.Doubled(report.Sheets.First(s => s.Name == doubled.Sheet), doubled);
        report.Unread.AddRange(reading.Unread.Select(ReportOfASheet.LeftOut));
        report.Words.AddRange(import.UnknownWords.OrderByDescending(word => word.Value).Take(200).Select(word => new UnknownWord(word.Key.Field,
            import.Columns.First(c => c.Key == word.Key.Field).Name, word.Key.Word, word.Value, import.Meanings(word.Key.Field) ?? [])).Where(word => word.Meanings.Count > 0));
        foreach (var key in report.Sheets.SelectMany(s => s.Absent.Select(a => a.Key).Concat(s.Reasons.Select(r => r.Key).OfType<string>())).Distinct())
            if (import.Meanings(key) is { } meanings) report.Meanings[key] = meanings;
        return new JudgedLedger(kind, file.Name, import, reading, report);
    }

    /// <summary>The kind whose columns a file shows best; projects when it shows none.</summary>
    public ImportKind KindOf(LedgerFile file) => Enum.GetValues<ImportKind>()
        .Select(kind => (Kind: kind, Fit: Of(kind) is var import ? LedgerReading.Fit(file, import.Columns, import.TakesWideTables) : 0))
        .OrderByDescending(k => k.Fit).ThenBy(k => k.Kind == ImportKind.Projects ? 0 : 1).First().Kind;

    /// <summary>The columns a kind looks for.</summary>
    public IReadOnlyList<ImportColumn> ColumnsOf(ImportKind kind) => Of(kind).Columns;

    /// <summary>Gives the refused rows of a sheet back as a workbook. Judged once for what shows only over the whole ledger, and once more row by row.</summary>
    public async Task GiveBack(ImportKind kind, LedgerFile file, ImportOptions options, LedgerChoices choices, int sheet, Stream to, Func<FormattableString, string> say, CancellationToken cancel = default)
    {
        var judged = await Run(kind, file, options, choices, cancel: cancel);
        Refusal.Unless(sheet >= 0 && sheet < judged.Reading.Sheets.Count, $"文件中没有第{sheet + 1}张可导入的表", nameof(sheet));
        var late = judged.Import.Settled.SelectMany(s => s.Refused.Select(why => (s.Sheet, s.Row, Why: why))).ToLookup(s => (s.Sheet, s.Row), s => s.Why);
        var import = Of(kind);
        import.Options = options;
        await import.Begin(cancel);
        foreach (var before in judged.Reading.Sheets.Take(sheet))
            foreach (var row in before.Missing.Count > 0 ? [] : before.Rows) import.Take(row);
        await RefusedRows.Write(to, judged.Reading.Sheets[sheet], Again(import, judged.Reading.Sheets[sheet], late), say, cancel);
    }

    private static async IAsyncEnumerable<SheetRow> Again(RowImport import, SheetReading sheet, ILookup<(string, int), FormattableString> late)
    {
        foreach (var row in sheet.Rows)
        {
            import.Take(row);
            foreach (var refused in late[(row.Sheet, row.Number)]) row.Refuse(null, refused);
            yield return row;
        }
        await Task.CompletedTask;
    }

    private RowImport Of(ImportKind kind) => kind switch
    {
        ImportKind.Enterprises => services.GetRequiredService<EnterprisesImport>(),
        ImportKind.Projects => services.GetRequiredService<ProjectsImport>(),
        _ => services.GetRequiredService<FiguresImport>(),
    };

    private static CheckedSheet Judge(RowImport import, SheetReading sheet, LedgerChoices choices, ImportProgress progress, CancellationToken cancel)
    {
        var (checkedSheet, same, options) = (ReportOfASheet.Begin(sheet, choices), new SameReasons(), import.Options);
        if (sheet.Given.Count > 0 && sheet.Trial() is var trial)
        {
            import.Try(trial);
            ReportOfASheet.Tried(checkedSheet, trial);
        }
        // without a name or a figure the heading is not understood yet; where a value can still be given for all rows, what else is wrong with them is told at once
        if (sheet.Missing.Any(column => !column.CanBeGiven)) return checkedSheet;
        if (sheet.Missing.Count > 0) import.Options = options with { AddMissing = false };
        foreach (var row in Ahead.Of(sheet.Rows, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            checkedSheet.Read++;
            progress.Step();
            var verdict = import.Take(row);
            if (verdict == RowVerdict.Refused || row.IsRefused)
            {
                ReportOfASheet.Refused(checkedSheet, row);
                same.Count(row);
            }
            else if (verdict == RowVerdict.Added) checkedSheet.Added++;
            else checkedSheet.Unchanged++;
            if (row.Findings.Count > 0) ReportOfASheet.Noted(checkedSheet, row);
        }
        import.Options = options;
        checkedSheet.Reasons = same.All(import.Columns);
        checkedSheet.Skipped.AddRange(sheet.Skipped.Take(ReportOfASheet.MostSkipped).Select(s => new PassedLine(s.First, s.Last, Said.Of(s.Reason))));
        return checkedSheet;
    }
}

/// <summary>A ledger that was judged, ready to be applied.</summary>
/// <param name="Kind">As what.</param>
/// <param name="File">The file's name.</param>
/// <param name="Import">What holds the records taken.</param>
/// <param name="Reading">The file as it was read.</param>
/// <param name="Report">What was found.</param>
public sealed record JudgedLedger(ImportKind Kind, string File, RowImport Import, LedgerReading Reading, CheckReport Report);
