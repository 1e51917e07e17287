namespace Bridgehead.Features.Imports.Reading;

/// <summary>A column that an import looks for.</summary>
/// <param name="Key">How the import asks for it.</param>
/// <param name="Name">Its usual Chinese heading.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">True when a sheet without it cannot be imported.</param>
public sealed record ImportColumn(string Key, string Name, ColumnKind Kind = ColumnKind.Text, bool Required = false)
{
    /// <summary>Other headings for the same thing.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>The same column with further headings it is known by.</summary>
    public ImportColumn Or(params string[] synonyms) => this with { Synonyms = [.. Synonyms, .. synonyms] };

    internal bool CarriesDown => Kind is ColumnKind.Text or ColumnKind.Code or ColumnKind.Date or ColumnKind.Month or ColumnKind.YesNo;
}
