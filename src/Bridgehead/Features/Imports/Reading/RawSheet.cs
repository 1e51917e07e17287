namespace Bridgehead.Features.Imports.Reading;

/// <summary>One sheet of a ledger file; its rows are read from the file each time they are asked for and never held together.</summary>
public sealed class RawSheet(string name, bool hidden, Func<IEnumerable<RawRow>> rows, Func<IReadOnlyList<MergedArea>> merged)
{
    private IReadOnlyList<MergedArea>? _merged;

    /// <summary>The name on the sheet's tab; a text file has one sheet that carries the file's name.</summary>
    public string Name { get; } = name;

    /// <summary>True when the workbook hides the sheet.</summary>
    public bool Hidden { get; } = hidden;

    /// <summary>The merged areas, in no order.</summary>
    public IReadOnlyList<MergedArea> Merged => _merged ??= merged();

    /// <summary>True when numbers of days count from 1904 instead of 1900.</summary>
    public bool From1904 { get; init; }

    /// <summary>True in a spreadsheet, whose rows keep their numbers when some are blank; a text file has only the lines it has.</summary>
    public bool HasRowsWithoutText { get; init; } = true;

    /// <summary>The same sheet with cells put right by hand.</summary>
    public RawSheet With(IEnumerable<CellCorrection> corrections)
    {
        var byRow = corrections.ToLookup(correction => correction.Row);
        return byRow.Count == 0 ? this : new RawSheet(Name, Hidden, () => Rows().Select(row => byRow.Contains(row.Number) ? Mended(row, byRow[row.Number]) : row), () => Merged) { From1904 = From1904, HasRowsWithoutText = HasRowsWithoutText };
    }

    private static RawRow Mended(RawRow row, IEnumerable<CellCorrection> corrections)
    {
        var cells = row.Cells.ToList();
        foreach (var correction in corrections)
        {
            while (cells.Count <= correction.Column) cells.Add(null);
            cells[correction.Column] = correction.Text.Length == 0 ? null : correction.Text;
        }
        return row with { Cells = [.. cells] };
    }

    /// <summary>Streams the rows that the file holds; rows it leaves out do not appear.</summary>
    public IEnumerable<RawRow> Rows() => rows();
}
