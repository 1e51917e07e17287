using System.Runtime.CompilerServices;

namespace Bridgehead;

/// <summary>
/// Writes a table for people to take along, row by row and never whole in memory. Whatever text comes in, no spreadsheet program takes
/// it for a formula; numbers stay numbers; what is written reads back the same (reliability rule 22).
/// </summary>
public static class TableWriter
{
    /// <summary>The media type of a workbook.</summary>
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The media type of a text table.</summary>
    public const string CsvType = "text/csv; charset=utf-8";

    /// <summary>Writes a workbook; beyond the rows a sheet can hold it goes on in another sheet. The stream stays open.</summary>
    public static async Task Xlsx(Stream to, string sheet, IReadOnlyList<TableColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken stop = default)
    {
        await using var table = await XlsxTable.Begin(to, sheet, columns, stop);
        await foreach (var row in rows.WithCancellation(stop)) await table.Write(row);
        await table.Complete();
    }

    /// <summary>Writes a text table in UTF-8 with a byte order mark, so that Excel reads Chinese right. The stream stays open.</summary>
    public static async Task Csv(Stream to, IReadOnlyList<TableColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken stop = default)
    {
        await using var table = new CsvTable(to);
        await table.Write([.. columns.Select(column => (object?)column.Heading)]);
        await foreach (var row in rows.WithCancellation(stop)) await table.Write(row);
    }

    /// <summary>Rows that are at hand already.</summary>
    public static async IAsyncEnumerable<object?[]> From(IEnumerable<object?[]> rows, [EnumeratorCancellation] CancellationToken stop = default)
    {
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            yield return row;
        }
        await Task.CompletedTask;
    }
}
