using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Tells records from the rows around them: totals, repeated headings, titles of groups, and what stands below a table.</summary>
internal sealed partial class RowJudge(IReadOnlyList<ColumnMatch> matches, IReadOnlyList<SheetHeading> headings, ILookup<int, MergedArea> merged)
{
    private readonly HashSet<string> _headingTexts = [.. headings.SelectMany(heading => heading.Lines).Select(line => line.Trim())];
    private readonly int _width = headings.Count;

    /// <summary>Why the row is no record; null when it is one.</summary>
    public FormattableString? Skip(RawRow row)
    {
        if (row.IsBlank) return $"空行";
        var first = Array.FindIndex(row.Cells, value => !RawRow.IsEmpty(value));
        var filled = 0;
        foreach (var value in row.Cells)
            if (!RawRow.IsEmpty(value)) filled++;
        if (IsRepeated(row, filled)) return $"重复的表头";
        if (LabelsTotal(row, first)) return $"合计行，不作为记录导入";
        if (IsFooter(row.Cells[first], filled)) return $"表尾说明";
        if (filled == 1 && _width >= 3 && merged[row.Number].Any(area => area.FirstColumn == first && area.LastColumn - area.FirstColumn + 1 >= Math.Max(2, _width / 2))) return $"分组标题";
        if (matches.All(match => RawRow.IsEmpty(row.At(match.Index))) && row.Cells.All(value => RawRow.IsEmpty(value) || IsOrdinal(value))) return $"只有序号，没有内容";
        return null;
    }

    /// <summary>Two thirds of the row's cells say word for word what the heading says.</summary>
    private bool IsRepeated(RawRow row, int filled)
    {
        if (filled < 2) return false;
        var alike = 0;
        foreach (var value in row.Cells)
            if (value is string text && _headingTexts.Contains(text.Trim())) alike++;
        return alike >= 2 && alike * 3 >= filled * 2;
    }

    /// <summary>The first text of the row that is no number says total; a total further right is a name that happens to end so.</summary>
    private static bool LabelsTotal(RawRow row, int first)
    {
        for (var i = first; i < Math.Min(row.Cells.Length, first + 3); i++)
            if (row.Cells[i] is string text && text.AsSpan().ContainsAny('计', '汇') && TotalWord().IsMatch(Squeezed(row.Cells[i]))) return true;
        return false;
    }

    private static bool IsFooter(object? first, int filled)
    {
        if (filled > 2 && !(first is string words && words.AsSpan().ContainsAny(':', '：'))) return false;
        var text = Squeezed(first);
        return FooterWord().IsMatch(text) || filled == 1 && FooterAlone().IsMatch(text);
    }

    private static bool IsOrdinal(object? value) => value is double || value is string text && text.Trim().All(char.IsAsciiDigit);

    private static string Squeezed(object? value) =>
        value is string text ? string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(HeaderText.Halved)) : "";

    [GeneratedRegex(@"^([一二三四五六七八九十\d]+[、.])?(\(.\))?([^,;。]{0,6}(合计|总计|小计)|共计|累计|汇总)(数|行|[:(].*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex TotalWord();

    [GeneratedRegex(@"^(填表人|填报人|制表人|制表|审核人|审核|复核人|填报单位|填表单位|填报日期|填表日期|填报时间|制表日期|单位负责人|分管领导|负责人签字|主要负责人|联系人|联系电话|数据来源|资料来源|备注|注|说明|填表说明|填报说明)\d?[:.]", RegexOptions.NonBacktracking)]
    private static partial Regex FooterWord();

    [GeneratedRegex(@"^(注\d|\*|※|备注$|以下无正文|以下空白|数据来源|资料来源)", RegexOptions.NonBacktracking)]
    private static partial Regex FooterAlone();
}
