namespace Bridgehead.Features.Imports.Reading;

/// <summary>
/// A ledger as an import sees it: in each sheet the heading is found, its columns are paired with the expected ones, and the rows are
/// read one by one. Every row of a sheet comes out as a <see cref="SheetRow"/> or is listed among <see cref="SheetReading.Skipped"/>.
/// </summary>
/// <example><code>
/// using var ledger = LedgerFile.Open(path);
/// var reading = LedgerReading.Of(ledger, columns);
/// foreach (var sheet in reading.Sheets)
///     foreach (var row in sheet.Rows) ...row.Text("name"), row.Date("signed"), row.IsRefused, row.Findings
/// </code></example>
public sealed class LedgerReading
{
    private LedgerReading(LedgerFile file, IReadOnlyList<SheetReading> sheets, IReadOnlyList<UnreadSheet> unread)
    {
        File = file;
        Sheets = sheets;
        Unread = unread;
    }

    /// <summary>The file that is read.</summary>
    public LedgerFile File { get; }

    /// <summary>The sheets in which a heading was found.</summary>
    public IReadOnlyList<SheetReading> Sheets { get; }

    /// <summary>The other sheets, each with the reason.</summary>
    public IReadOnlyList<UnreadSheet> Unread { get; }

    /// <summary>Looks through all sheets for the expected columns.</summary>
    /// <param name="file">An open ledger file.</param>
    /// <param name="columns">What the import wants.</param>
    /// <param name="choices">What a person decided over what is found, and what is remembered.</param>
    /// <param name="wide">Whether tables with their years across become rows.</param>
    public static LedgerReading Of(LedgerFile file, IReadOnlyList<ImportColumn> columns, LedgerChoices? choices = null, bool wide = false)
    {
        choices ??= new LedgerChoices();
        var finder = new HeaderFinder(columns, new ColumnMatcher(columns, choices.Remembered));
        var sheets = new List<SheetReading>();
        var unread = new List<UnreadSheet>();
        foreach (var raw in file.Sheets)
        {
            var choice = choices.Of(raw.Name);
            var sheet = raw.With(choices.Corrections.Where(correction => correction.Sheet == raw.Name));
            if (choice.Skip)
            {
                unread.Add(new UnreadSheet(raw.Name, $"按您的选择不导入") { Sheet = sheet });
                continue;
            }
            var table = wide && choice.HeaderRow is null ? WideTable.Of(sheet, choice) : null;
            if (finder.Find(table?.AsRows() ?? sheet, choice) is { } header) sheets.Add(new SheetReading(table?.AsRows() ?? sheet, header, columns, choice, choices.Replacements.Where(replaced => replaced.Sheet == raw.Name)) { Wide = table });
            else if (sheet.Rows().Any()) unread.Add(new UnreadSheet(sheet.Name, $"没有找到表头：前60行中没有一行同时含有要导入的列") { Sheet = sheet });
            else unread.Add(new UnreadSheet(sheet.Name, $"工作表是空的"));
        }
        return new LedgerReading(file, sheets, unread);
    }

    /// <summary>How well the columns are found in the file: the sum of the best headings' scores, to tell kinds of ledgers apart.</summary>
    public static int Fit(LedgerFile file, IReadOnlyList<ImportColumn> columns, bool wide)
    {
        var finder = new HeaderFinder(columns, new ColumnMatcher(columns));
        return file.Sheets.Sum(sheet => wide && WideTable.Of(sheet, new SheetChoice()) is not null ? 300 : finder.Find(sheet, new SheetChoice()) is { } header ? header.Fit(columns) : 0);
    }
}
