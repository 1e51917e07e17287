using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Where a table's heading stands and what it says.</summary>
internal sealed partial record FoundHeader(int FirstRow, int LastRow, IReadOnlyList<SheetHeading> Headings, IReadOnlyList<ColumnMatch> Matches)
{
    /// <summary>Whether a person pointed at it.</summary>
    public bool IsChosen { get; init; }

    /// <summary>The year of dates that name none.</summary>
    public int? Year { get; init; }

    /// <summary>The sum of its matches' scores, by which headings of different kinds compare.</summary>
    public int Score => Matches.Sum(match => Math.Min(match.Score, 100));

    /// <summary>The one year that the titles above a table, or the name of its sheet, speak of; null when they name none or several.</summary>
    public static int? YearOf(IEnumerable<string> titles)
    {
        var years = titles.SelectMany(title => NamedYear().Matches(title).Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))).Distinct().Take(2).ToList();
        return years is [var only] ? only : null;
    }

    [GeneratedRegex(@"((?:19|20)\d{2})年", RegexOptions.NonBacktracking)]
    private static partial Regex NamedYear();
}
