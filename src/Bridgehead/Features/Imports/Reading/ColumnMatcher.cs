namespace Bridgehead.Features.Imports.Reading;

/// <summary>Pairs a sheet's headings with expected columns: each heading and each column at most once, the surest pairs first.</summary>
public sealed class ColumnMatcher(IReadOnlyList<ImportColumn> columns, RememberedHeadings? remembered = null)
{
    private static readonly string[] Weightless = ["名称", "情况", "说明", "内容", "额", "金额", "信息", "全称"];
    private readonly List<(ImportColumn Column, string Plain, bool Own)> _names =
    [
        .. columns.SelectMany(column => column.Synonyms.Select(synonym => (column, HeaderText.Of(synonym).Plain, false)).Prepend((column, HeaderText.Of(column.Name).Plain, true))),
    ];

    /// <summary>The pairs, in the sheet's order.</summary>
    /// <param name="headings">The sheet's headings.</param>
    /// <param name="sheetUnit">The unit of amounts that the sheet's head states.</param>
    /// <param name="chosen">By column what a person decided; empty for a column left out.</param>
    public IReadOnlyList<ColumnMatch> Match(IReadOnlyList<SheetHeading> headings, string? sheetUnit = null, IReadOnlyDictionary<int, string>? chosen = null)
    {
        var signature = remembered is null ? "" : RememberedHeadings.Signature(headings);
        var candidates = headings.SelectMany(heading => Candidates(heading, sheetUnit, Decided(heading, signature, chosen)))
            .OrderByDescending(match => match.Score).ThenBy(match => match.Index).ToList();
        var matches = new List<ColumnMatch>();
        var ambiguous = new HashSet<string>();
        foreach (var match in candidates)
        {
            if (matches.Exists(taken => taken.Index == match.Index || taken.Column.Key == match.Column.Key) || ambiguous.Contains(match.Column.Key)) continue;
            var rivals = candidates.Exists(other => other.Score == match.Score && other.Column.Key == match.Column.Key && other.Index != match.Index
                && !matches.Exists(taken => taken.Index == other.Index));
            if (rivals && match.Score < 80) ambiguous.Add(match.Column.Key);
            else matches.Add(match);
        }
        return [.. matches.OrderBy(match => match.Index)];
    }

    /// <summary>What a person decided about a heading now or before: a key, empty for left out, null for nothing.</summary>
    private (string Key, bool Now)? Decided(SheetHeading heading, string signature, IReadOnlyDictionary<int, string>? chosen) =>
        chosen is not null && chosen.TryGetValue(heading.Index, out var now) ? (now, true)
        : remembered?.KeyOf(signature, heading.Text) is { } before && (before.Length == 0 || columns.Any(column => column.Key == before)) ? (before, false) : null;

    private IEnumerable<ColumnMatch> Candidates(SheetHeading heading, string? sheetUnit, (string Key, bool Now)? decided)
    {
        if (decided is { Key.Length: 0 }) yield break;
        var whole = HeaderText.Of(string.Concat(heading.Lines));
        var last = heading.Lines.Count > 1 ? HeaderText.Of(heading.Lines[^1]) : whole;
        var unit = last.Unit ?? whole.Unit ?? heading.Lines.Select(line => HeaderText.Of(line).Unit).FirstOrDefault(stated => stated is not null);
        if (decided is var (key, isNow) && columns.FirstOrDefault(column => column.Key == key) is { } known)
        {
            yield return isNow
                ? new ColumnMatch(known, heading.Index, heading.Text, UnitFor(known), 2000, $"人工指定")
                : new ColumnMatch(known, heading.Index, heading.Text, UnitFor(known), 1000, $"按上次确认的对应关系");
            yield break;
        }
        foreach (var (column, plain, own) in _names)
        {
            var (score, why) = Score(whole.Plain, plain, column.Name, own);
            if (score < 80 && last != whole && Score(last.Plain, plain, column.Name, own) is { Score: >= 80 } lower) (score, why) = (lower.Score - 15, $"下层表头与“{plain}”一致");
            if (score > 0) yield return new ColumnMatch(column, heading.Index, heading.Text, UnitFor(column), score, why);
        }

        string? UnitFor(ImportColumn column) => unit ?? (column.Kind is ColumnKind.Money or ColumnKind.Land or ColumnKind.Number ? sheetUnit : null);
    }

    private static (int Score, FormattableString Why) Score(string heading, string name, string column, bool own)
    {
        if (heading.Length == 0 || name.Length == 0) return (0, $"");
        if (heading == name && own) return (100, $"与列名一致");
        if (heading == name) return (90, $"“{name}”是“{column}”的同义词");
        if (name.Length < 2 || heading.Length < 2) return (0, $"");
        var closeness = 30 * Math.Min(name.Length, heading.Length) / Math.Max(name.Length, heading.Length);
        if (heading.EndsWith(name, StringComparison.Ordinal)) return (40 + closeness, $"表头以“{name}”结尾");
        if (heading.StartsWith(name, StringComparison.Ordinal) && Weightless.Contains(heading[name.Length..])) return (45 + closeness, $"表头以“{name}”开头");
        if (name.StartsWith(heading, StringComparison.Ordinal) && Weightless.Contains(name[heading.Length..])) return (42 + closeness, $"“{name}”的简称");
        return (0, $"");
    }
}
