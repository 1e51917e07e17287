using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bridgehead;

/// <summary>Writes a table as text with commas (RFC 4180).</summary>
internal sealed class CsvTable(Stream to) : IAsyncDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n\t; ");
    private readonly StreamWriter _text = new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
    private readonly StringBuilder _line = new();

    public async Task Write(object?[] row)
    {
        _line.Clear();
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0) _line.Append(',');
            var text = Shown(row[i]);
            if (text.AsSpan().ContainsAny(Special)) _line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else _line.Append(text);
        }
        await _text.WriteAsync(_line.Append("\r\n"));
    }

    public ValueTask DisposeAsync() => _text.DisposeAsync();

    private static string Shown(object? value) => value switch
    {
        null => "",
        Money money => money.Yuan.ToString("0.00", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        decimal or double or float or int or long or short or byte => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        bool truth => truth ? "是" : "否",
        _ => FormulaText.Guard(value.ToString() ?? ""),
    };
}
