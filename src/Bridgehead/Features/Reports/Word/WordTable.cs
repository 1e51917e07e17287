using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Set = DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>
/// 三线表: a rule above, below the head and at the foot, or ruled all round (全框); the head repeats on every page; numbers stand to the right.
/// A small table stays on one page with its caption; of a larger one at least three rows stand together at the head and at the foot of a page.
/// </summary>
internal sealed class WordTable(Tabulation table, WordRuns runs, bool boxed = false)
{
    /// <summary>Rules in eighths of a point: the outer ones 1.5 pt, the one below the head 0.75 pt.</summary>
    private const uint Outer = 12, Inner = 6;

    /// <summary>Rows of a table that is not broken, and rows that stand together where a larger one is.</summary>
    private const int Whole = 8, Together = 3;

    /// <summary>The table with its caption; a picture of it stands above under the same words, since a page may end between the two.</summary>
    public IEnumerable<OpenXmlElement> Write(OpenXmlElement? picture = null)
    {
        if (picture is not null)
        {
            yield return Centred(table.Caption);
            yield return picture;
        }
        yield return Centred(table.Caption);
        yield return Text([WordRuns.Words(table.UnitLine)], JustificationValues.Right, keepWithNext: true);
        yield return new Set.Table([Properties(), Grid(), Head(), .. table.Rows.Select((cells, at) => Row(cells, StaysWithNext(at)))]);
        yield return new Set.Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Addressee" }));
    }

    private Set.Paragraph Centred(Phrase caption) => new(
        [new ParagraphProperties(new ParagraphStyleId { Val = "Caption" }, new KeepNext()), .. caption.Select(run => runs.Write(run))]);

    private TableProperties Properties() => new(
        new TableWidth { Width = Number(OfficialFormat.TextWidth), Type = TableWidthUnitValues.Dxa },
        new TableJustification { Val = TableRowAlignmentValues.Center },
        Borders(),
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(
            new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa }));

    private TableBorders Borders() => boxed
        ? new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = Outer, Space = 0, Color = "000000" }, new LeftBorder { Val = BorderValues.Single, Size = Outer, Space = 0, Color = "000000" },
            new BottomBorder { Val = BorderValues.Single, Size = Outer, Space = 0, Color = "000000" }, new RightBorder { Val = BorderValues.Single, Size = Outer, Space = 0, Color = "000000" },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = Inner, Space = 0, Color = "000000" }, new InsideVerticalBorder { Val = BorderValues.Single, Size = Inner, Space = 0, Color = "000000" })
        : new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = Outer, Space = 0, Color = "000000" },
            new BottomBorder { Val = BorderValues.Single, Size = Outer, Space = 0, Color = "000000" });

    private TableGrid Grid() => new(Widths().Select(width => new GridColumn { Width = Number(width) }));

    private TableRow Head() => new(
        [
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. table.Columns.Select((column, at) => Cell(at, Text([WordRuns.Words(column.Head)], JustificationValues.Center, keepWithNext: true), head: true)),
        ]);

    private bool StaysWithNext(int row) => row < table.Rows.Count - 1 && (table.Rows.Count <= Whole || row < Together - 1 || row >= table.Rows.Count - Together);

    private TableRow Row(IReadOnlyList<Phrase> cells, bool keepWithNext) => new(
        [
            new TableRowProperties(new CantSplit()),
            .. table.Columns.Select((column, at) => Cell(
                at, Text(cells[at].Select(run => runs.Write(run)), column.Numeric ? JustificationValues.Right : JustificationValues.Left, keepWithNext), head: false)),
        ]);

    private TableCell Cell(int column, Set.Paragraph text, bool head)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Width = Number(Widths()[column]), Type = TableWidthUnitValues.Dxa });
        if (head) properties.Append(new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = Inner, Space = 0, Color = "000000" }));
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, text);
    }

    private int[] Widths()
    {
        var whole = table.Columns.Sum(column => column.Width);
        return [.. table.Columns.Select(column => OfficialFormat.TextWidth * column.Width / whole)];
    }

    private static Set.Paragraph Text(IEnumerable<OpenXmlElement> runs, JustificationValues side, bool keepWithNext = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "TableText" });
        if (keepWithNext) properties.Append(new KeepNext());
        properties.Append(new Justification { Val = side });
        return new Set.Paragraph([properties, .. runs]);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
