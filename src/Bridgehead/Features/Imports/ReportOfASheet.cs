using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>Fills the report of one sheet while its rows are judged. What is kept is bounded; counts are not.</summary>
internal static class ReportOfASheet
{
    /// <summary>Refused rows kept with their cells; all of them are in the file given back.</summary>
    public const int MostRefused = 300;

    /// <summary>Runs of rows passed over that are kept.</summary>
    public const int MostSkipped = 200;

    private const int MostNotes = 300;
    private const int MostUpdates = 200;
    private const int MostDoubles = 200;
    private const int PreviewBelow = 6;
    private const int PreviewWidth = 40;
    private const int LongestCell = 200;

    /// <summary>What the heading says.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="choices">What was decided before.</param>
    public static CheckedSheet Begin(SheetReading sheet, LedgerChoices choices)
    {
        var signature = RememberedHeadings.Signature(sheet.Headings);
        var first = sheet.First(sheet.HeaderRow + 60).TakeWhile(row => row.Number <= sheet.HeaderRow + 60).ToList();
        var samples = sheet.Rows.Take(20).ToList();
        return new CheckedSheet
        {
            Name = sheet.Name, FirstHeaderRow = sheet.FirstHeaderRow, HeaderRow = sheet.HeaderRow, Certainty = sheet.Certainty, Signature = signature, Year = sheet.Year,
            IsWide = sheet.Wide is not null, Indicator = sheet.Wide?.Indicator, Measure = sheet.Wide?.Measure, RowsAreIndicators = sheet.Wide?.RowsAreIndicators ?? false,
            Absent = [.. sheet.Absent.Where(column => column.CanBeGiven).OrderBy(column => !column.Required).Select(column => new AbsentField(column.Key, column.Name, column.Required, column.MayBeProposed ? choices.Proposed.GetValueOrDefault((signature, column.Key)) : null))],
            Given = [.. sheet.Absent.Where(column => sheet.Given.ContainsKey(column.Key)).Select(column => new GivenField(column.Key, column.Name, sheet.Given[column.Key]))],
            Missing = [.. sheet.Missing.Select(column => column.Name)], Preview = [.. Preview(sheet, first)],
            Columns =
            [
                .. sheet.Headings.Select(heading => Column(heading, sheet.Matches.FirstOrDefault(match => match.Index == heading.Index), samples)),
            ],
        };
    }

    private static CheckedColumn Column(SheetHeading heading, ColumnMatch? match, List<SheetRow> samples) => new(
        heading.Index, CellReference.Letters(heading.Index), heading.Text, match?.Column.Key, match?.Column.Name, match?.Unit, match is null ? 0 : Math.Min(match.Score, 100), match is null ? null : Said.Of(match.Why),
        [.. samples.Select(row => Short(row.Shown.ElementAtOrDefault(heading.Index))).OfType<string>().Distinct().Take(3)]);

    /// <summary>A sheet that is left out, with its first rows, so that a person can point at the heading.</summary>
    public static LeftOut LeftOut(UnreadSheet unread) => new(unread.Name, Said.Of(unread.Reason),
        [.. (unread.Sheet?.Rows() ?? []).Take(10).Select(row => new PreviewRow(row.Number, Cells(row), "above", null))]);

    /// <summary>What is wrong with the values given for all rows, told once: a row of nothing else is judged.</summary>
    public static void Tried(CheckedSheet sheet, SheetRow trial)
    {
        sheet.Given = [.. sheet.Given.Select(given => trial.Findings.Where(finding => finding.Key == given.Key && finding.Severity != Severity.Note).MaxBy(finding => finding.Severity) is { } wrong ? given with { Problem = Said.Of(wrong.Sentence) } : given)];
    }

    /// <summary>A row is refused.</summary>
    public static void Refused(CheckedSheet sheet, SheetRow row)
    {
        sheet.Refused++;
        if (sheet.RefusedRows.Count >= MostRefused) return;
        sheet.RefusedRows.Add(new RefusedLine(row.Number, [.. row.Shown.Take(PreviewWidth).Select(Short)],
            [.. row.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => new CellProblem(finding.Index, finding.Column, Said.Of(finding.Sentence), finding.Key))]));
    }

    /// <summary>What else was found in a row.</summary>
    public static void Noted(CheckedSheet sheet, SheetRow row)
    {
        foreach (var finding in row.Findings.Where(finding => finding.Severity != Severity.Error))
        {
            if (sheet.Notes.Count < MostNotes) sheet.Notes.Add(new NotedCell(row.Number, finding.Column, finding.Severity, Said.Of(finding.Sentence), Short(finding.Raw)));
            else sheet.MoreNotes++;
        }
    }

    /// <summary>What became of a row that was matched.</summary>
    public static void Settle(CheckedSheet sheet, SettledRow settled)
    {
        if (settled.WasAdded) sheet.Added--;
        else sheet.Unchanged--;
        if (settled.Refused.Count > 0)
        {
            sheet.Refused++;
            if (sheet.RefusedRows.Count < MostRefused) sheet.RefusedRows.Add(new RefusedLine(settled.Row, [settled.Name], [.. settled.Refused.Select(why => new CellProblem(null, null, Said.Of(why)))]));
        }
        else if (settled.Changes.Count > 0)
        {
            sheet.Updated++;
            if (sheet.Updates.Count < MostUpdates) sheet.Updates.Add(new UpdatedLine(settled.Row, settled.Name, settled.Changes));
        }
        else sheet.Unchanged++;
    }

    /// <summary>A new record may be there already under another name.</summary>
    public static void Doubled(CheckedSheet sheet, DoubledRow doubled)
    {
        sheet.DoublesCount++;
        if (sheet.Doubles.Count >= MostDoubles) return;
        var (found, seen) = (doubled.Found, doubled.Found.IsVisible);
        sheet.Doubles.Add(new DoubledLine(doubled.Row, found.Row.Name, seen ? found.Other.Name : null, seen && doubled.OtherRow is null ? found.Other.Id : null, doubled.OtherRow, found.Suspicion.Level, found.Suspicion.Why.Text(), Said.Of(found.Sentence)));
    }

    private static IEnumerable<PreviewRow> Preview(SheetReading sheet, List<RawRow> rows)
    {
        var below = 0;
        foreach (var row in rows)
        {
            var isHeader = row.Number >= sheet.FirstHeaderRow && row.Number <= sheet.HeaderRow;
            var why = isHeader || row.Number < sheet.FirstHeaderRow || sheet.Wide is not null ? null : sheet.Passed(row);
            if (row.Number > sheet.HeaderRow && (++below > PreviewBelow)) yield break;
            yield return new PreviewRow(row.Number, Cells(row), isHeader ? "header" : row.Number < sheet.FirstHeaderRow ? "above" : why is null ? "record" : "passed", why is null ? null : Said.Of(why));
        }
    }

    private static List<string?> Cells(RawRow row) => [.. row.Cells.Take(PreviewWidth).Select(cell => Short(Reading.Cells.LedgerCell.Shown(cell)))];

    private static string? Short(string? text) => text is null ? null : text.Length <= LongestCell ? text : text[..LongestCell] + "…";
}
