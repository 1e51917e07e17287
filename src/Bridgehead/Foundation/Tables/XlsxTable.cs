using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bridgehead;

/// <summary>Writes a workbook part by part into a zip that need not be seekable: one or more sheets, then the parts that list them.</summary>
internal sealed class XlsxTable : IAsyncDisposable
{
    private const int RowsOfSheet = 1_048_576;
    private const int FlushAt = 1 << 15;
    private readonly ZipArchive _package;
    private readonly string _name;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly CancellationToken _stop;
    private readonly StringBuilder _xml = new();
    private Stream? _sheet;
    private int _sheets;
    private int _row;

    private XlsxTable(ZipArchive package, string name, IReadOnlyList<TableColumn> columns, CancellationToken stop)
    {
        _package = package;
        _name = XlsxParts.SheetName(name);
        _columns = columns;
        _stop = stop;
    }

    public static async Task<XlsxTable> Begin(Stream to, string name, IReadOnlyList<TableColumn> columns, CancellationToken stop)
    {
        var package = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop);
        return new XlsxTable(package, name, columns, stop);
    }

    public async Task Write(object?[] row)
    {
        if (_sheet is null || _row == RowsOfSheet) await BeginSheet();
        Row(row, heading: false);
        if (_xml.Length >= FlushAt) await Flush();
    }

    /// <summary>Ends the workbook; without it the file is not one.</summary>
    public async Task Complete()
    {
        if (_sheet is null) await BeginSheet();
        await EndSheet();
        foreach (var (name, text) in XlsxParts.Of(_name, _sheets))
        {
            await using var part = await _package.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(_stop);
            await part.WriteAsync(Encoding.UTF8.GetBytes(text), _stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_sheet is not null) await _sheet.DisposeAsync();
        await _package.DisposeAsync();
    }

    private async Task BeginSheet()
    {
        await EndSheet();
        _sheet = await _package.CreateEntry($"xl/worksheets/sheet{++_sheets}.xml", CompressionLevel.Fastest).OpenAsync(_stop);
        _row = 0;
        _xml.Append(XlsxParts.SheetHead);
        for (var i = 0; i < _columns.Count; i++)
            _xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{_columns[i].Width}\" customWidth=\"1\"/>");
        if (_columns.Count > 0) _xml.Append("</cols>");
        else _xml.Replace("<cols>", "");
        _xml.Append("<sheetData>");
        Row([.. _columns.Select(column => (object?)column.Heading)], heading: true);
    }

    private async Task EndSheet()
    {
        if (_sheet is null) return;
        _xml.Append(XlsxParts.SheetFoot);
        await Flush();
        await _sheet.DisposeAsync();
        _sheet = null;
    }

    private async Task Flush()
    {
        await _sheet!.WriteAsync(Encoding.UTF8.GetBytes(_xml.ToString()), _stop);
        _xml.Clear();
    }

    private void Row(object?[] values, bool heading)
    {
        _xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{++_row}\">");
        for (var i = 0; i < values.Length; i++)
            if (values[i] is { } value) XlsxCell.Write(_xml, i, _row, value, i < _columns.Count ? _columns[i].Kind : TableColumnKind.Text, heading);
        _xml.Append("</row>");
    }
}
