using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bridgehead.Features.Reports;

/// <summary>
/// Text as the writer sees and edits it. What must not be typed over stands as a mark: [[12:612.34]] is the report's twelfth figure,
/// [[项目:…]], [[企业:…]], [[单位:…]], [[人:…]] and [[名:…]] are names out of the records, [[数:5|来源：…]] is a number with the paper it comes from.
/// A mark may be moved or removed; a number in it that is not the figure's own is refused.
/// </summary>
public static partial class MarkedText
{
    private static readonly (NameKind Kind, string Word)[] Kinds = [(NameKind.Word, "名"), (NameKind.Unit, "单位"), (NameKind.Project, "项目"), (NameKind.Enterprise, "企业"), (NameKind.Person, "人")];

    /// <summary>A block as marked text. Figures get their numbers from the caller.</summary>
    public static string Of(Block block, Func<BoundFigure, int> number) => block switch
    {
        SectionHeading heading => heading.Title,
        Paragraph paragraph => Of(paragraph.Runs, number),
        Tabulation table => Lines(table, number),
        Charting chart => Lines(chart.Data, number),
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    /// <summary>A stretch as marked text.</summary>
    public static string Of(IEnumerable<Run> runs, Func<BoundFigure, int> number)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
            _ = run switch
            {
                BoundFigure figure => text.Append(CultureInfo.InvariantCulture, $"[[{number(figure)}:{figure.Display}]]"),
                NameRun { Kind: NameKind.Word } word when !word.Text.Any(char.IsAsciiDigit) => text.Append(Plain(word.Text)),
                NameRun name => text.Append(CultureInfo.InvariantCulture, $"[[{Kinds.First(k => k.Kind == name.Kind).Word}:{Inner(name.Text)}]]"),
                FactRun fact => text.Append(CultureInfo.InvariantCulture, $"[[数:{Inner(fact.Text)}|来源：{Inner(fact.Source)}]]"),
                _ => text.Append(Plain(run.Text)),
            };
        return text.ToString();
    }

    /// <summary>Reads marked text as a block.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="text">The marked text.</param>
    /// <param name="section">The number of the section, for a heading.</param>
    /// <param name="figures">The report's figures by number.</param>
    /// <exception cref="Refusal">A mark is not the report's, or a number in it was typed over.</exception>
    public static Block Read(BlockKind kind, string text, int section, IReadOnlyDictionary<int, BoundFigure> figures) => kind switch
    {
        BlockKind.Heading => new SectionHeading(section, text),
        BlockKind.Paragraph => Paragraph.Of(Runs(text, figures)),
        BlockKind.Table => Table(text, figures),
        _ => new Charting(Table(text, figures)),
    };

    /// <summary>Reads marked text as runs.</summary>
    public static IReadOnlyList<Run> Runs(string text, IReadOnlyDictionary<int, BoundFigure> figures)
    {
        var (runs, from) = (new List<Run>(), 0);
        foreach (Match mark in Mark().Matches(text))
        {
            if (mark.Index > from) runs.Add(new TextRun(text[from..mark.Index]));
            runs.Add(Run(mark, figures));
            from = mark.Index + mark.Length;
        }
        if (from < text.Length) runs.Add(new TextRun(text[from..]));
        foreach (var loose in runs.OfType<TextRun>())
            Refusal.When(loose.Text.Contains("[[", StringComparison.Ordinal) || loose.Text.Contains("]]", StringComparison.Ordinal), $"有一处标记不完整（“{Short(loose.Text)}”），请恢复或整个删去", "Text");
        return runs;
    }

    /// <summary>Marked text as it is read: without its marks.</summary>
    public static string Words(string text) => Mark().Replace(text, mark => mark.Groups[2].Value.Split("|来源：")[0]);

    /// <summary>The numbers of the figures in marked text, in order.</summary>
    public static IEnumerable<int> Figures(string text) =>
        Mark().Matches(text).Where(m => char.IsAsciiDigit(m.Groups[1].Value[0])).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    /// <summary>Marked text with what one figure shows replaced, and the word before it turned where the direction turned.</summary>
    public static string Show(string text, BoundFigure before, BoundFigure after)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"[[{before.Number}:");
        for (var at = 0; (at = text.IndexOf(mark, at, StringComparison.Ordinal)) >= 0;)
        {
            var end = text.IndexOf("]]", at, StringComparison.Ordinal);
            var head = Direction.Turn(text[..at], before, after);
            text = string.Concat(head, mark, after.Display, text.AsSpan(end));
            at = head.Length + mark.Length;
        }
        return text;
    }

    private static Run Run(Match mark, IReadOnlyDictionary<int, BoundFigure> figures)
    {
        var (name, inside) = (mark.Groups[1].Value, mark.Groups[2].Value);
        if (char.IsAsciiDigit(name[0]))
        {
            Refusal.Unless(int.TryParse(name, CultureInfo.InvariantCulture, out var number) && figures.ContainsKey(number), $"报告中没有编号为{name}的数据，请用“插入数据”添加", "Text");
            var figure = figures[number];
            Refusal.Unless(inside == figure.Display, $"“{figure.Display}”是绑定的数据，不能改写成“{Short(inside)}”；可以移动、删去，或更正台账后采用新数", "Text");
            return figure;
        }
        if (name == "数")
        {
            var cut = inside.IndexOf("|来源：", StringComparison.Ordinal);
            Refusal.When(cut <= 0 || inside.Length == cut + 4, $"数字“{Short(inside)}”没有写明来源，应写成[[数:5|来源：文件名称]]", "Text");
            return new FactRun(inside[..cut].Trim(), inside[(cut + 4)..].Trim());
        }
        Refusal.When(inside.Length == 0, $"有一处名称是空的，请恢复或整个删去", "Text");
        return new NameRun(inside, Kinds.First(k => k.Word == name).Kind);
    }

    /// <summary>Caption, unit line, heads with their widths (“完成:16>” is a numeric column), then the rows; cells are parted by |.</summary>
    private static string Lines(Tabulation table, Func<BoundFigure, int> number)
    {
        List<string> lines = [Of(table.Caption, number), table.UnitLine, string.Join('|', table.Columns.Select(Head))];
        lines.AddRange(table.Rows.Select(row => string.Join('|', row.Select(cell => Cell(Of(cell, number))))));
        return string.Join('\n', lines);
    }

    private static string Head(TableColumn column) => string.Create(CultureInfo.InvariantCulture, $"{Cell(column.Head)}:{column.Width}{(column.Numeric ? ">" : "")}");

    private static Tabulation Table(string text, IReadOnlyDictionary<int, BoundFigure> figures)
    {
        var lines = text.Replace("\r", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Refusal.When(lines.Length < 3, $"表格应有标题、单位、栏目三行，然后是内容", "Text");
        var columns = lines[2].Split('|').Select(Column).ToList();
        var rows = lines[3..].Select(line => Cells(line).Select(cell => new Phrase(Runs(cell.Trim(), figures))).ToList()).ToList();
        Refusal.When(rows.Exists(row => row.Count != columns.Count), $"表格每行应有{columns.Count}栏，栏与栏之间用|分隔", "Text");
        return new Tabulation(new Phrase(Runs(lines[0], figures)), lines[1], columns, [.. rows]);
    }

    private static TableColumn Column(string text)
    {
        var cut = text.LastIndexOf(':');
        Refusal.When(cut < 0 || !int.TryParse(text[(cut + 1)..].TrimEnd('>'), NumberStyles.None, CultureInfo.InvariantCulture, out var width) || width is < 1 or > 100, $"栏目“{Short(text)}”应写成“名称:宽度”，数字栏在宽度后加>", "Text");
        return new TableColumn(text[..cut].Trim(), int.Parse(text[(cut + 1)..].TrimEnd('>'), CultureInfo.InvariantCulture), text.EndsWith('>'));
    }

    /// <summary>The cells of a row; a bar within a mark parts nothing.</summary>
    private static List<string> Cells(string line)
    {
        var (cells, from) = (new List<string>(), 0);
        foreach (var bar in MarkOrBar().Matches(line).Where(match => match.Value == "|"))
        {
            cells.Add(line[from..bar.Index]);
            from = bar.Index + 1;
        }
        cells.Add(line[from..]);
        return cells;
    }

    private static string Inner(string text) => Plain(text).Replace('[', '〔').Replace(']', '〕');

    private static string Plain(string text) => text.Replace("[[", "〔", StringComparison.Ordinal).Replace("]]", "〕", StringComparison.Ordinal).Replace('\r', ' ').Replace('\n', ' ');

    private static string Cell(string text) => MarkOrBar().Replace(text, match => match.Value == "|" ? "／" : match.Value);

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";

    [GeneratedRegex(@"\[\[([0-9]{1,6}|名|单位|项目|企业|人|数):([^\[\]]*)\]\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[\[[^\[\]]*\]\]|\|")]
    private static partial Regex MarkOrBar();
}
