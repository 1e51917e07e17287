using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Streams the records of a text file with separated columns.</summary>
internal sealed class CsvText(Stream file, Encoding encoding, ReadingLimits limits)
{
    private const int LinesToJudge = 30;
    private static readonly char[] Delimiters = [',', '\t', ';', '|'];

    public IEnumerable<RawRow> Rows()
    {
        var delimiter = FindDelimiter(out var declared);
        FormattableString? damage = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = limits.CellCharacters,
            CountBytes = false,
            BadDataFound = _ => damage = $"引号不成对，请检查该行的英文双引号",
        };
        using var parser = new CsvParser(Text(), configuration);
        var held = 0;
        for (var line = 1; parser.Read(); line = parser.RawRow + 1)
        {
            if (declared && line == 1) continue;
            var spread = parser.RawRow > line;
            if (spread && parser.RawRecord.Count(c => c == '"') % 2 == 1) damage = $"引号没有闭合，其后的内容被并成一格，请补上英文双引号";
            var cells = Cells(parser, line);
            if (cells.Length > 0)
            {
                if (++held > limits.Rows) throw new Refusal($"文件超过{limits.Rows}行的上限，请拆分后再导入");
                yield return new RawRow(line, cells, damage);
            }
            damage = null;
        }
    }

    private object?[] Cells(CsvParser parser, int line)
    {
        var width = parser.Count;
        while (width > 0 && string.IsNullOrWhiteSpace(parser[width - 1])) width--;
        if (width > limits.Columns) throw new Refusal($"第{line}行用到第{width}列，超过{limits.Columns}列的上限，请删去多余的列后再导入");
        var cells = new object?[width];
        for (var i = 0; i < width; i++) cells[i] = parser[i] is { Length: > 0 } text ? FormulaText.Unguard(text) : null;
        return cells;
    }

    private StreamReader Text() =>
        new(new Window(file, 0, file.Length), encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);

    /// <summary>The separator that cuts the first lines into the most columns most evenly, or the one a first line <c>sep=;</c> declares.</summary>
    private char FindDelimiter(out bool declared)
    {
        using var text = Text();
        var lines = new List<string>();
        var bounded = new char[1 << 16];
        var read = text.ReadBlock(bounded);
        using var reader = new StringReader(new string(bounded, 0, read));
        while (lines.Count < LinesToJudge && reader.ReadLine() is { } line)
        {
            // a line break within quotes does not end a record
            while (line.Count(c => c == '"') % 2 == 1 && reader.ReadLine() is { } rest) line += "\n" + rest;
            if (line.Length > 0) lines.Add(line.TrimStart('\uFEFF'));
        }
        declared = lines.Count > 0 && lines[0].Length == 5 && lines[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        if (declared) return lines[0][4];
        return Delimiters.MaxBy(delimiter => lines.GroupBy(line => Outside(line, delimiter)).Where(group => group.Key > 0)
            .Select(group => group.Count() * 10 + Math.Min(group.Key, 9)).DefaultIfEmpty(0).Max());
    }

    private static int Outside(string line, char delimiter)
    {
        var quoted = false;
        var count = 0;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == delimiter && !quoted) count++;
        }
        return count;
    }
}
