namespace Bridgehead.Features.Imports.Reading;

/// <summary>What the rows of one sheet share.</summary>
internal sealed record SheetLayout(string Sheet, bool From1904, IReadOnlyList<ColumnMatch> Matches, IReadOnlyList<SheetHeading> Headings, int? Year = null)
{
    private readonly Dictionary<string, ColumnMatch> _byKey = Matches.ToDictionary(match => match.Column.Key);

    public ColumnMatch? MatchAt(int index) => Matches.FirstOrDefault(match => match.Index == index);

    public ColumnMatch? Match(string key) => _byKey.GetValueOrDefault(key);
}
