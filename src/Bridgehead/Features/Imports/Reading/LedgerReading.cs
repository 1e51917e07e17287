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
    /// <param name="remembered">Headings that a person paired with column keys before; they go before any likeness.</param>
    public static LedgerReading Of(LedgerFile file, IReadOnlyList<ImportColumn> columns, IReadOnlyDictionary<string, string>? remembered = null)
    {
        var finder = new HeaderFinder(columns, new ColumnMatcher(columns, remembered));
        var sheets = new List<SheetReading>();
        var unread = new List<UnreadSheet>();
        foreach (var sheet in file.Sheets)
        {
            if (finder.Find(sheet) is { } header) sheets.Add(new SheetReading(sheet, header, columns));
            else if (sheet.Rows().Any()) unread.Add(new UnreadSheet(sheet.Name, $"没有找到表头：前60行中没有一行同时含有要导入的列"));
            else unread.Add(new UnreadSheet(sheet.Name, $"工作表是空的"));
        }
        return new LedgerReading(file, sheets, unread);
    }
}
