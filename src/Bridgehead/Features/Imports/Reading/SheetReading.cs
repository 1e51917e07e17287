namespace Bridgehead.Features.Imports.Reading;

/// <summary>One sheet of a ledger with its heading found.</summary>
public sealed class SheetReading
{
    private readonly RawSheet _sheet;
    private readonly FoundHeader _header;
    private readonly List<SkippedRows> _skipped = [];
    private readonly Dictionary<(int, string), string> _replaced;
    private RowJudge? _judge;

    internal SheetReading(RawSheet sheet, FoundHeader header, IReadOnlyList<ImportColumn> columns, SheetChoice? choice = null, IEnumerable<CellReplacement>? replacements = null)
    {
        _sheet = sheet;
        _header = header;
        Absent = [.. columns.Where(column => !Matches.Any(match => match.Column.Key == column.Key))];
        Given = choice is null ? new Dictionary<string, string>() : choice.Given.Where(given => given.Value.Length > 0 && Absent.Any(column => column.Key == given.Key && column.CanBeGiven)).ToDictionary();
        Missing = [.. Absent.Where(column => column.Required && !Given.ContainsKey(column.Key))];
        _replaced = (replacements ?? []).GroupBy(r => (r.Column, r.From)).ToDictionary(same => same.Key, same => same.Last().To);
        Unmatched = [.. header.Headings.Where(heading => !Matches.Any(match => match.Index == heading.Index))];
    }

    /// <summary>The sheet's name.</summary>
    public string Name => _sheet.Name;

    /// <summary>True when the workbook hides the sheet.</summary>
    public bool Hidden => _sheet.Hidden;

    /// <summary>Number of the heading's first line.</summary>
    public int FirstHeaderRow => _header.FirstRow;

    /// <summary>The year of dates that name none; null when nothing says it.</summary>
    public int? Year => _header.Year;

    /// <summary>How sure the heading is.</summary>
    public Certainty Certainty => _header.IsChosen ? Certainty.Chosen
        : Missing.Count > 0 || Matches.Count == 0 ? Certainty.Doubtful
        : Matches.Where(match => match.Column.Required).All(match => match.Score >= 90) && Matches.Average(match => Math.Min(match.Score, 100)) >= 80 ? Certainty.Sure : Certainty.Likely;

    /// <summary>The table with its years across that the records were made from; null for a plain one.</summary>
    public WideTable? Wide { get; internal init; }

    /// <summary>The first rows of the sheet as it is, for showing.</summary>
    public IEnumerable<RawRow> First(int most) => (Wide?.Sheet ?? _sheet).Rows().Take(most);

    /// <summary>Why a row of the sheet is no record; null when it is one, or stands above.</summary>
    public FormattableString? Passed(RawRow row) => row.Number <= HeaderRow ? null : (_judge ??= new RowJudge(Matches, Headings, _sheet.Merged.ToLookup(area => area.FirstRow))).Skip(row);

    /// <summary>Number of the heading's last line; records start below it.</summary>
    public int HeaderRow => _header.LastRow;

    /// <summary>The expected columns that were found, in the sheet's order.</summary>
    public IReadOnlyList<ColumnMatch> Matches => _header.Matches;

    /// <summary>All headings of the sheet, in its order.</summary>
    public IReadOnlyList<SheetHeading> Headings => _header.Headings;

    /// <summary>Headings that no expected column was found for.</summary>
    public IReadOnlyList<SheetHeading> Unmatched { get; }

    /// <summary>Required columns that the sheet does not have and nobody gave a value for; with any of them it cannot be imported.</summary>
    public IReadOnlyList<ImportColumn> Missing { get; }

    /// <summary>Columns the sheet does not have, required ones too.</summary>
    public IReadOnlyList<ImportColumn> Absent { get; }

    /// <summary>By key what a person gave for all rows, of the columns it does not have.</summary>
    public IReadOnlyDictionary<string, string> Given { get; }

    /// <summary>A row that holds nothing but what was given for all rows, to see whether it can be read.</summary>
    public SheetRow Trial() => new(Layout(), new RawRow(HeaderRow, []), null) { IsTrial = true };

    /// <summary>Rows that hold no record; complete once <see cref="Rows"/> has been read to its end.</summary>
    public IReadOnlyList<SkippedRows> Skipped => _skipped;

    /// <summary>Streams the records, reading the file anew each time.</summary>
    public IEnumerable<SheetRow> Rows
    {
        get
        {
            _skipped.Clear();
            var layout = Layout();
            var judge = new RowJudge(Matches, Headings, _sheet.Merged.ToLookup(area => area.FirstRow));
            var carried = new CarriedCells(_sheet.Merged.Where(area => area.LastRow > area.FirstRow && area.LastRow > HeaderRow));
            var expected = HeaderRow + 1;
            foreach (var raw in _sheet.Rows())
            {
                carried.See(raw);
                if (raw.Number <= HeaderRow) continue;
                if (raw.Number > expected && _sheet.HasRowsWithoutText) _skipped.Add(new SkippedRows(expected, raw.Number - 1, $"空行"));
                expected = raw.Number + 1;
                if (judge.Skip(raw) is { } reason) _skipped.Add(new SkippedRows(raw.Number, raw.Number, reason));
                else yield return new SheetRow(layout, raw, carried.Into(raw));
            }
        }
    }

    private SheetLayout Layout() => new(Name, _sheet.From1904, Matches, Headings, Year) { Given = Given, Replaced = _replaced };
}
