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

    /// <summary>True for what differs from record to record, such as a name: no one value holds for a whole ledger.</summary>
    public bool IsEachOnesOwn { get; init; }

    /// <summary>The same column as one that differs from record to record.</summary>
    public ImportColumn OfEachRecord() => this with { IsEachOnesOwn = true };

    /// <summary>Whether a person may give one value for all rows of a sheet that has no such column. Amounts, areas, figures and codes belong to one record each.</summary>
    public bool CanBeGiven => !IsEachOnesOwn && Kind is (ColumnKind.Text or ColumnKind.Date or ColumnKind.Month or ColumnKind.YesNo);

    /// <summary>Whether such a value may be proposed for the next ledger of the same form: never a day, a month or a year, which the next ledger has another of.</summary>
    public bool MayBeProposed => CanBeGiven && Kind is not (ColumnKind.Date or ColumnKind.Month);

    internal bool CarriesDown => Kind is ColumnKind.Text or ColumnKind.Code or ColumnKind.Date or ColumnKind.Month or ColumnKind.YesNo;
}
