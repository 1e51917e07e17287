using System.Globalization;
using System.Security;
using System.Text;

namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>The pieces a ledger's workbook is made of (ECMA-376 part 1). The first eight styles stand in the order <see cref="XlsxCell"/> counts on, each with a border.</summary>
internal static class LedgerParts
{
    private const int TitleStyle = 8, NoteStyle = 9, UnitStyle = 10, TotalStyle = 11, TotalMoney = 12, TotalNumber = 13;
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Widths of a sheet's columns that a Chinese character takes: two at 10 pt, in the title of 18 pt nearly four.</summary>
    private const double Character = 2, TitleCharacter = 3.7;

    /// <summary>The beginning of a sheet: widths, frozen head, title, note and unit of measure. A title wider than the sheet takes more lines.</summary>
    public static void Begin(StringBuilder xml, IReadOnlyList<int> widths, string title, string note, string unitLine)
    {
        xml.Append(Declaration).Append("<worksheet xmlns=\"").Append(Main).Append("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < widths.Count; i++) xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{widths[i]}\" customWidth=\"1\"/>");
        var lines = Lines(title, widths.Sum(), TitleCharacter);
        xml.Append("</cols><sheetData>").Append(CultureInfo.InvariantCulture, $"<row r=\"1\" ht=\"{8 + 26 * lines}\" customHeight=\"1\">");
        Text(xml, 0, 1, title, TitleStyle);
        xml.Append("</row><row r=\"2\" ht=\"20\" customHeight=\"1\">");
        Text(xml, 0, 2, note, NoteStyle);
        Text(xml, widths.Count - 2, 2, unitLine, UnitStyle);
        xml.Append("</row>");
    }

    /// <summary>The heads of the columns.</summary>
    public static void Heads(StringBuilder xml, IReadOnlyList<LedgerColumn> columns, int row)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\" ht=\"30\" customHeight=\"1\">");
        for (var i = 0; i < columns.Count; i++) XlsxCell.Write(xml, i, row, columns[i].Head, TableColumnKind.Text, heading: true);
        xml.Append("</row>");
    }

    /// <summary>A line as high as its longest text needs in its column; an empty cell keeps its border.</summary>
    public static void Row(StringBuilder xml, IReadOnlyList<LedgerColumn> columns, int row, object?[] cells)
    {
        var lines = columns.Select((column, i) => cells[i] is string text ? Lines(text, column.Width, Character) : 1).Prepend(1).Max();
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\" ht=\"{Math.Min(409, 6 + 13 * lines)}\" customHeight=\"1\">");
        for (var i = 0; i < columns.Count; i++)
            if (cells[i] is { } value) XlsxCell.Write(xml, i, row, value, columns[i].Kind, heading: false);
            else Empty(xml, i, row, XlsxParts.PlainStyle);
        xml.Append("</row>");
    }

    /// <summary>The line of totals; numbers, not formulas, so that what was printed stays what it was.</summary>
    public static void Total(StringBuilder xml, IReadOnlyList<LedgerColumn> columns, int row, string label, Func<int, decimal?> total)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\" ht=\"22\" customHeight=\"1\">");
        Empty(xml, 0, row, TotalStyle);
        Text(xml, 1, row, label, TotalStyle);
        for (var i = 2; i < columns.Count; i++)
            if (total(i) is { } sum) xml.Append("<c r=\"").Append(Name(i)).Append(CultureInfo.InvariantCulture, $"{row}\" s=\"{(columns[i].Kind == TableColumnKind.Money ? TotalMoney : TotalNumber)}\"><v>{sum}</v></c>");
            else Empty(xml, i, row, TotalStyle);
        xml.Append("</row>");
    }

    /// <summary>The end of a sheet: merged title, print setup, page numbers and who took it out.</summary>
    public static void End(StringBuilder xml, int columns, bool large, string mark)
    {
        var (last, before, unit) = (Name(columns - 1), Name(columns - 3), Name(columns - 2));
        xml.Append("</sheetData><mergeCells count=\"").Append(columns > 3 ? 3 : 2).Append("\"><mergeCell ref=\"A1:").Append(last).Append("1\"/>");
        xml.Append("<mergeCell ref=\"A2:").Append(before).Append("2\"/>");
        xml.Append("<mergeCell ref=\"").Append(unit).Append("2:").Append(last).Append("2\"/></mergeCells>");
        xml.Append("<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.7\" header=\"0.3\" footer=\"0.35\"/>");
        xml.Append("<pageSetup paperSize=\"").Append(large ? 8 : 9).Append("\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        xml.Append("<headerFooter><oddFooter>&amp;L").Append(SecurityElement.Escape(mark.Replace("&", "&&", StringComparison.Ordinal))).Append("&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>");
    }

    /// <summary>The parts around the two sheets.</summary>
    public static IEnumerable<(string Name, string Text)> Of(string first, string second)
    {
        var (one, two) = (SecurityElement.Escape(first), SecurityElement.Escape(second));
        string Titles(int sheet, string? name) => $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{sheet}\">'{name!.Replace("'", "''", StringComparison.Ordinal)}'!$1:$3</definedName>";
        yield return ("xl/styles.xml", Styles);
        yield return ("xl/workbook.xml", $"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"{one}\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"{two}\" sheetId=\"2\" r:id=\"rId2\"/></sheets><definedNames>{Titles(0, one)}{Titles(1, two)}</definedNames></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"{Declaration}<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"rId3\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        yield return ("_rels/.rels", $"{Declaration}<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("[Content_Types].xml", $"{Declaration}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Content}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Content}styles+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Content}worksheet+xml\"/><Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"{Content}worksheet+xml\"/></Types>");
    }

    /// <summary>Lines a text takes in a width, the edges of the cell and what is lost at the end of a line left out.</summary>
    private static int Lines(string text, int width, double character) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(TitleLines.Width(line) * character / Math.Max(character, width - 2))));

    private static void Text(StringBuilder xml, int column, int row, string text, int style)
    {
        var cell = new StringBuilder();
        XlsxCell.Write(cell, column, row, text, TableColumnKind.Text, heading: true);
        xml.Append(cell.Replace($"s=\"{XlsxParts.HeadingStyle}\"", $"s=\"{style}\"", 0, Math.Min(40, cell.Length)));
    }

    private static void Empty(StringBuilder xml, int column, int row, int style) => xml.Append("<c r=\"").Append(Name(column)).Append(CultureInfo.InvariantCulture, $"{row}\" s=\"{style}\"/>");

    private static string Name(int column) => column < 26 ? ((char)('A' + column)).ToString() : Name(column / 26 - 1) + (char)('A' + column % 26);

    private static string Styles { get; } = Declaration + "<styleSheet xmlns=\"" + Main + "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
        + "<fonts count=\"3\"><font><sz val=\"10\"/><name val=\"宋体\"/></font><font><b/><sz val=\"10\"/><name val=\"宋体\"/></font><font><sz val=\"18\"/><name val=\"方正小标宋简体\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"14\">"
        + Cell(0, 0, 1, "horizontal=\"right\" vertical=\"center\" indent=\"1\"") + Cell(49, 0, 1, "vertical=\"center\" wrapText=\"1\"") + Cell(49, 0, 1, "vertical=\"center\" wrapText=\"1\"", quoted: true)
        + Cell(49, 1, 1, "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"") + Cell(4, 0, 1, "horizontal=\"right\" vertical=\"center\" indent=\"1\"") + Cell(164, 0, 1, "horizontal=\"center\" vertical=\"center\"") + Cell(165, 0, 1, "horizontal=\"center\" vertical=\"center\"")
        + Cell(10, 0, 1, "vertical=\"center\"") + Cell(49, 2, 0, "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"") + Cell(49, 0, 0, "vertical=\"center\"") + Cell(49, 0, 0, "horizontal=\"right\" vertical=\"center\"")
        + Cell(49, 1, 1, "vertical=\"center\"") + Cell(4, 1, 1, "horizontal=\"right\" vertical=\"center\" indent=\"1\"") + Cell(1, 1, 1, "horizontal=\"right\" vertical=\"center\" indent=\"1\"") + "</cellXfs></styleSheet>";

    private static string Cell(int format, int font, int border, string alignment, bool quoted = false) =>
        $"<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"0\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\"{(quoted ? " quotePrefix=\"1\"" : "")}><alignment {alignment}/></xf>";
}
