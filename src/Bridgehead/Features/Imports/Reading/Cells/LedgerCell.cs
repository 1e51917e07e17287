using System.Globalization;

namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>One cell in hand, with what its column says about it and a place to say what was found.</summary>
/// <param name="Raw">As in <see cref="RawRow.Cells"/>.</param>
/// <param name="Unit">The unit of measure the heading states.</param>
/// <param name="From1904">True when numbers of days count from 1904.</param>
/// <param name="Row">The row it is in, which keeps what is found.</param>
/// <param name="Key">The key of its column.</param>
public readonly record struct LedgerCell(object? Raw, string? Unit, bool From1904, SheetRow Row, string Key)
{
    /// <summary>Says a finding about the cell.</summary>
    public void Say(Severity severity, FormattableString sentence) => Row.Keep(Key, severity, sentence);

    /// <summary>The year of a date that names none, as the sheet's title or a person said; null when nobody did.</summary>
    public int? Year { get; init; }

    private static readonly string[] Dashes = ["-", "--", "---", "—", "——", "－", "–", "/", "\\", "N/A", "n/a", "NULL", "null", "#", "、", "."];
    private static readonly string[] Nothings = ["无", "暂无", "空", "未知", "不详", "没有"];
    private static readonly string[] Pendings = ["待定", "未定", "待补", "待核实", "待确定", "正在核实", "面议", "保密"];

    /// <summary>The cell as text, half-width, without any spaces; null when blank or a mark that stands for nothing.</summary>
    public string? Compact()
    {
        if (Plain() is not { } text) return null;
        var compact = Squeezed(text);
        if (Array.IndexOf(Nothings, compact) >= 0) return null;
        if (Array.IndexOf(Pendings, compact) >= 0)
        {
            Say(Severity.Note, $"写作“{text}”，按空白处理");
            return null;
        }
        return compact.Length == 0 ? null : compact;
    }

    private static string Squeezed(string text)
    {
        var kept = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var wide in text)
        {
            var c = HeaderText.Halved(wide);
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u200B' or '\uFEFF')) kept[length++] = c;
        }
        return length == text.Length && kept.SequenceEqual(text) ? text : new string(kept[..length]);
    }

    /// <summary>The cell as trimmed text; null when blank, a dash, or an error of the spreadsheet (which is said).</summary>
    public string? Plain()
    {
        if (Raw is CellError error)
        {
            if (error == CellError.NotCalculated) Say(Severity.Error, $"公式没有保存计算结果，请在 Excel 中打开并保存后再导入");
            else Say(Severity.Error, $"单元格是错误值{error.Code}，请改正公式或改填数值");
            return null;
        }
        var text = Shown(Raw)?.Trim(' ', '\u3000', '\u00A0', '\t', '\r', '\n', '\u200B', '\uFEFF');
        return string.IsNullOrEmpty(text) || Array.IndexOf(Dashes, text) >= 0 ? null : text;
    }

    /// <summary>The cell's number when the file holds it as one.</summary>
    public decimal? Number => Raw switch
    {
        double number when Math.Abs(number) < 7e27 => (decimal)number,
        CellPercent percent when Math.Abs(percent.Fraction) < 7e27 => (decimal)percent.Fraction,
        _ => null,
    };

    /// <summary>A raw value as a person would write it.</summary>
    public static string? Shown(object? raw) => raw switch
    {
        null => null,
        string text => text,
        double number => Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture),
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool truth => truth ? "是" : "否",
        _ => raw.ToString(),
    };
}
