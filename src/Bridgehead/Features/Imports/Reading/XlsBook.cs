using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>A binary workbook of Excel 97 to 2003, or of WPS.</summary>
internal sealed class XlsBook(Stream file, ReadingLimits limits)
{
    static XlsBook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public IReadOnlyList<RawSheet> Sheets()
    {
        var sheets = new List<RawSheet>();
        using var reader = Open();
        do
        {
            var index = sheets.Count;
            if (index == limits.Sheets) throw new Refusal($"工作簿有{limits.Sheets}个以上的工作表，请拆分后再导入");
            var merged = (reader.MergeCells ?? []).Select(area => new MergedArea(area.FromRow + 1, area.ToRow + 1, area.FromColumn, area.ToColumn)).ToList();
            sheets.Add(new RawSheet(reader.Name, reader.VisibleState != "visible", () => Rows(index), () => merged));
        }
        while (reader.NextResult());
        return sheets;
    }

    private IExcelDataReader Open() =>
        ExcelReaderFactory.CreateBinaryReader(new Window(file, 0, file.Length), new ExcelReaderConfiguration { LeaveOpen = true });

    private IEnumerable<RawRow> Rows(int index)
    {
        using var reader = Open();
        for (var i = 0; i < index; i++) reader.NextResult();
        for (var number = 1; reader.Read(); number++)
        {
            var width = reader.FieldCount;
            while (width > 0 && RawRow.IsEmpty(Value(reader, width - 1))) width--;
            if (width == 0) continue;
            if (width > limits.Columns) throw new Refusal($"第{number}行用到第{width}列，超过{limits.Columns}列的上限，请删去多余的列后再导入");
            if (number > limits.Rows) throw new Refusal($"工作表超过{limits.Rows}行的上限，请拆分后再导入");
            var cells = new object?[width];
            for (var column = 0; column < width; column++) cells[column] = Value(reader, column);
            yield return new RawRow(number, cells);
        }
    }

    private static object? Value(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null or "" => null,
        string text => text,
        TimeSpan time => time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture),
        bool truth => truth,
        DateTime day => day,
        IConvertible share when reader.GetNumberFormatString(column)?.Contains('%') == true => new CellPercent(share.ToDouble(CultureInfo.InvariantCulture)),
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
