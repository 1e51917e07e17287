using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Finds the row or rows that head a table, below titles and blank lines, by trying which of them name the most expected columns.</summary>
internal sealed partial class HeaderFinder(IReadOnlyList<ImportColumn> columns, ColumnMatcher matcher)
{
    private const int RowsToJudge = 60;
    private const int MostLines = 3;
    private const int MostToPoint = 5000;

    /// <summary>The best heading found, or the one a person pointed at; null when no row names enough of the columns.</summary>
    public FoundHeader? Find(RawSheet sheet, SheetChoice choice)
    {
        var head = sheet.Rows().TakeWhile(row => choice.HeaderRow is null || row.Number <= choice.HeaderRow).Take(choice.HeaderRow is null ? RowsToJudge : MostToPoint).ToList();
        var merged = head.Count == 0 ? [] : sheet.Merged;
        FoundHeader? best = null;
        var bestScore = 0;
        for (var at = 0; at < head.Count; at++)
            for (var lines = 1; lines <= MostLines && at + lines <= head.Count; lines++)
            {
                if (lines > 1 && head[at + lines - 1].Number != head[at + lines - 2].Number + 1) break;
                if (lines > 1 && !MayContinue(head[at + lines - 1])) break;
                var headings = Headings(head, at, lines, merged);
                if (choice.HeaderRow is { } row && head[at + lines - 1].Number != row) continue;
                var unit = choice.MoneyUnit ?? SheetUnit(head.Take(at));
                var matches = matcher.Match(headings, unit, choice.Columns);
                var score = matches.Sum(match => Math.Min(match.Score, 100)) - (lines - 1) * 20 - at / 4;
                if (choice.HeaderRow is null ? !IsEnough(matches, headings) || score <= bestScore : best is not null && score <= bestScore) continue;
                bestScore = score;
                best = new FoundHeader(head[at].Number, head[at + lines - 1].Number, headings, matches)
                {
                    IsChosen = choice.HeaderRow is not null,
                    Year = choice.Year ?? FoundHeader.YearOf(head.Take(at).SelectMany(above => above.Cells).OfType<string>()) ?? FoundHeader.YearOf([sheet.Name]),
                };
            }
        return best;
    }

    /// <summary>Half of what is expected, or all that is required, and never a single loose likeness.</summary>
    private bool IsEnough(IReadOnlyList<ColumnMatch> matches, List<SheetHeading> headings)
    {
        if (matches.Count == 0) return false;
        if (matches.Count == 1 && (matches[0].Score < 90 || columns.Count > 1 && headings.Count > 1 && !OnlyRequired(matches[0]))) return false;
        return matches.Count >= 2 || columns.Count == 1 || OnlyRequired(matches[0]);
    }

    private bool OnlyRequired(ColumnMatch match) => columns.Where(column => column.Required).All(column => column.Key == match.Column.Key) && match.Column.Required;

    /// <summary>A lower line of a heading is words, not records.</summary>
    private static bool MayContinue(RawRow row) =>
        row.Cells.All(value => value is null or string { Length: <= 40 } && !LooksLikeData((value as string)!));

    private static bool LooksLikeData(string? text) => text is not null && text.Any(char.IsAsciiDigit) && Data().IsMatch(text);

    private static List<SheetHeading> Headings(List<RawRow> head, int at, int lines, IReadOnlyList<MergedArea> merged)
    {
        var width = head.Skip(at).Take(lines).Max(row => row.Cells.Length);
        var headings = new List<SheetHeading>();
        for (var column = 0; column < width; column++)
        {
            var texts = new List<string>();
            for (var line = at; line < at + lines; line++)
                if (TextAt(head, at, line, lines, column, merged) is { } text && (texts.Count == 0 || texts[^1] != text)) texts.Add(text);
            if (texts.Count > 0) headings.Add(new SheetHeading(column, texts));
        }
        return headings;
    }

    private static string? TextAt(List<RawRow> head, int at, int line, int lines, int column, IReadOnlyList<MergedArea> merged)
    {
        if (!RawRow.IsEmpty(head[line].At(column))) return head[line].At(column)!.ToString()!.Trim();
        if (line == at + lines - 1) return null;
        var number = head[line].Number;
        foreach (var area in merged)
            if (area.FirstRow == number && area.FirstColumn < column && column <= area.LastColumn) return head[line].At(area.FirstColumn)?.ToString()?.Trim();
        if (merged.Count > 0 || RawRow.IsEmpty(head[line + 1].At(column))) return null;
        for (var left = column - 1; left >= 0; left--)
        {
            if (!RawRow.IsEmpty(head[line].At(left))) return RawRow.IsEmpty(head[line + 1].At(left)) ? null : head[line].At(left)!.ToString()!.Trim();
            if (RawRow.IsEmpty(head[line + 1].At(left))) return null;
        }
        return null;
    }

    /// <summary>"单位：万元" above the table.</summary>
    private static string? SheetUnit(IEnumerable<RawRow> above)
    {
        foreach (var value in above.SelectMany(row => row.Cells).OfType<string>())
        {
            var text = string.Concat(value.Where(c => !char.IsWhiteSpace(c)).Select(HeaderText.Halved));
            if (UnitLine().Match(text) is { Success: true } found && HeaderText.IsUnit(found.Groups[1].Value)) return found.Groups[1].Value;
        }
        return null;
    }

    [GeneratedRegex(@"(?:金额|计量)?单位:([^,;、()]+?)(?:[,;、()].*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex UnitLine();

    [GeneratedRegex(@"^[\d.,%/\-年月日: ]+$|^[0-9A-Z]{15,18}$", RegexOptions.NonBacktracking)]
    private static partial Regex Data();
}
