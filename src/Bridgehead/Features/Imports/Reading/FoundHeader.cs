using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Where a table's heading stands and what it says.</summary>
internal sealed partial record FoundHeader(int FirstRow, int LastRow, IReadOnlyList<SheetHeading> Headings, IReadOnlyList<ColumnMatch> Matches)
{
    /// <summary>Whether a person pointed at it.</summary>
    public bool IsChosen { get; init; }

    /// <summary>The year of dates that name none.</summary>
    public int? Year { get; init; }

    /// <summary>
    /// How well it fits a kind of ledger, by which kinds compare: nothing without a column the kind requires, and little when that is found by a likeness only, for
    /// 项目名称 ends in 名称 as 企业名称 does.
    /// </summary>
    public int Fit(IReadOnlyList<ImportColumn> columns)
    {
        var required = columns.Where(column => column.Required).Select(column => Matches.FirstOrDefault(match => match.Column.Key == column.Key)?.Score ?? 0).DefaultIfEmpty(100).Min();
        var all = Matches.Sum(match => Math.Min(match.Score, 100));
        return required == 0 ? 0 : required >= 80 ? all : all / 4;
    }

    /// <summary>The one year that the titles above a table, or the name of its sheet, speak of; null when they name none or several.</summary>
    public static int? YearOf(IEnumerable<string> titles)
    {
        var years = titles.SelectMany(title => NamedYear().Matches(title).Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))).Distinct().Take(2).ToList();
        return years is [var only] ? only : null;
    }

    [GeneratedRegex(@"((?:19|20)\d{2})年", RegexOptions.NonBacktracking)]
    private static partial Regex NamedYear();
}
