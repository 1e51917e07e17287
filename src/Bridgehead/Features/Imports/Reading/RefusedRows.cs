namespace Bridgehead.Features.Imports.Reading;

/// <summary>Gives refused rows back as a workbook: the sheet's own columns as they were, with the original row number and the reasons beside them.</summary>
public static class RefusedRows
{
    /// <summary>Writes the refused rows of one sheet; rows that were taken are passed over. The file can be mended and imported again.</summary>
    /// <param name="to">Where to; the stream stays open.</param>
    /// <param name="sheet">The sheet the rows are from.</param>
    /// <param name="rows">Its rows after the import has judged them.</param>
    /// <param name="say">Puts a sentence into the reader's language; the Chinese text when left out.</param>
    /// <param name="stop">Ends the writing.</param>
    public static Task Write(Stream to, SheetReading sheet, IAsyncEnumerable<SheetRow> rows, Func<FormattableString, string>? say = null, CancellationToken stop = default)
    {
        say ??= sentence => sentence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var width = sheet.Headings.Max(heading => heading.Index) + 1;
        var columns = new TableColumn[width + 2];
        for (var i = 0; i < width; i++) columns[i] = new TableColumn(Heading(sheet, i));
        columns[width] = new TableColumn("原行号", TableColumnKind.Number, 8);
        columns[width + 1] = new TableColumn("原因", TableColumnKind.Text, 60);
        return TableWriter.Xlsx(to, sheet.Name, columns, Cells(rows, width, say, stop), stop);
    }

    /// <summary>A heading that is found again: in one line, and with the unit that stood elsewhere.</summary>
    private static string Heading(SheetReading sheet, int index)
    {
        if (sheet.Headings.FirstOrDefault(heading => heading.Index == index) is not { } own) return "";
        if (sheet.Matches.FirstOrDefault(match => match.Index == index) is not { } match) return own.Text;
        var text = own.Lines.Count == 1 ? own.Text : match.Column.Name;
        return match.Unit is { } unit && HeaderText.Of(text).Unit is null ? $"{text}（{unit}）" : text;
    }

    private static async IAsyncEnumerable<object?[]> Cells(IAsyncEnumerable<SheetRow> rows, int width, Func<FormattableString, string> say,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (!row.IsRefused) continue;
            var cells = new object?[width + 2];
            for (var i = 0; i < width; i++) cells[i] = row.At(i) is DateTime { TimeOfDay.Ticks: 0 } day ? DateOnly.FromDateTime(day) : row.At(i);
            cells[width] = row.Number;
            cells[width + 1] = string.Join("；", row.Findings.Where(finding => finding.Severity == Severity.Error)
                .Select(finding => finding.Column is null ? say(finding.Sentence) : $"{finding.Column}：{say(finding.Sentence)}"));
            yield return cells;
        }
    }
}
