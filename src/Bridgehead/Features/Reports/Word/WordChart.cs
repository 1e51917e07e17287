using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Inline = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Set = DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>A bar chart as vectors (DrawingML) with its values in the file, drawn from a table: the first column names the bars, the columns of amounts are the rows of bars.</summary>
internal static class WordChart
{
    private const long EmuPerTwip = 635;

    /// <summary>Eight lines of the grid.</summary>
    private const int Lines = 8;

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart", A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    // the first row of bars is dark, the next ones lighter: told apart in black-and-white print
    private static readonly string[] Colours = ["1F4E79", "A6A6A6", "7F7F7F", "D9D9D9"];

    /// <summary>Writes the chart's part and the paragraph that shows it.</summary>
    public static Set.Paragraph Write(MainDocumentPart main, Charting chart, int number, FormText form)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"rIdChart{number}");
        using (var stream = main.AddNewPart<ChartPart>("application/vnd.openxmlformats-officedocument.drawingml.chart+xml", id).GetStream(FileMode.Create, FileAccess.Write))
        using (var text = new StreamWriter(stream, new UTF8Encoding(false)))
            text.Write(new XDeclaration("1.0", "utf-8", "yes") + "\n" + Space(chart, form).ToString(SaveOptions.DisableFormatting));
        var (width, height) = (OfficialFormat.TextWidth * EmuPerTwip, OfficialFormat.LinePitch * Lines * EmuPerTwip);
        return new Set.Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Caption" }, new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }),
            new Set.Run(new Set.Drawing(new Inline.Inline(
                new Inline.Extent { Cx = width, Cy = height }, new Inline.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
                new Inline.DocProperties { Id = (uint)(1000 + number), Name = string.Create(CultureInfo.InvariantCulture, $"图{number}"), Description = chart.Data.Caption.ToString() },
                new Inline.NonVisualGraphicFrameDrawingProperties(),
                new Drawing.Graphic(new Drawing.GraphicData(Reference(id)) { Uri = C.NamespaceName }))
            { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 })));
    }

    private static DocumentFormat.OpenXml.Drawing.Charts.ChartReference Reference(string id) => new() { Id = id };

    private static XElement Space(Charting chart, FormText form)
    {
        var table = chart.Data;
        var names = table.Rows.Select(row => row[0].ToString()).ToList();
        return new XElement(C + "chartSpace", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A),
            new XElement(C + "date1904", Val("0")), new XElement(C + "roundedCorners", Val("0")),
            new XElement(C + "chart", new XElement(C + "autoTitleDeleted", Val("1")),
                new XElement(C + "plotArea", new XElement(C + "layout"),
                    new XElement(C + "barChart", new XElement(C + "barDir", Val("col")), new XElement(C + "grouping", Val("clustered")), new XElement(C + "varyColors", Val("0")),
                        chart.Drawn.Select((at, order) => Series(table.Columns[at].Head, order, names, [.. table.Rows.Select(row => row[at].OfType<BoundFigure>().FirstOrDefault())])),
                        new XElement(C + "gapWidth", Val("60")), new XElement(C + "axId", Val("111")), new XElement(C + "axId", Val("112"))),
                    Axis("catAx", "111", "112", "b", null, form), Axis("valAx", "112", "111", "l", chart.UnitLine, form)),
                new XElement(C + "legend", new XElement(C + "legendPos", Val("t")), new XElement(C + "overlay", Val("0")), Type(form)),
                new XElement(C + "plotVisOnly", Val("1")), new XElement(C + "dispBlanksAs", Val("gap"))),
            new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))));
    }

    private static XElement Series(string name, int order, List<string> names, IReadOnlyList<BoundFigure?> values) => new(C + "ser",
        new XElement(C + "idx", Val(order)), new XElement(C + "order", Val(order)),
        new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", $"Sheet1!${(char)('B' + order)}$1"), new XElement(C + "strCache", new XElement(C + "ptCount", Val("1")), Point(0, name)))),
        new XElement(C + "spPr", new XElement(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", Colours[order % Colours.Length])))),
        new XElement(C + "invertIfNegative", Val("0")),
        new XElement(C + "cat", new XElement(C + "strRef", new XElement(C + "f", $"Sheet1!$A$2:$A${names.Count + 1}"), new XElement(C + "strCache", new XElement(C + "ptCount", Val(names.Count)), names.Select((n, at) => Point(at, n))))),
        new XElement(C + "val", new XElement(C + "numRef", new XElement(C + "f", $"Sheet1!${(char)('B' + order)}$2:${(char)('B' + order)}${names.Count + 1}"),
            new XElement(C + "numCache", new XElement(C + "formatCode", "General"), new XElement(C + "ptCount", Val(names.Count)),
                values.Select((value, at) => value is { Value: not null } ? Point(at, value.Display) : null)))));

    private static XElement Axis(string kind, string id, string crosses, string side, string? title, FormText form) => new(C + kind,
        new XElement(C + "axId", Val(id)), new XElement(C + "scaling", new XElement(C + "orientation", Val("minMax"))), new XElement(C + "delete", Val("0")), new XElement(C + "axPos", Val(side)),
        kind == "valAx" ? new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", "3175"), new XElement(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", "D9D9D9")))))) : null,
        title is null ? null : new XElement(C + "title", new XElement(C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", "1000"), new XAttribute("b", "0"))),
            new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", "zh-CN"), new XAttribute("sz", "1000"), new XAttribute("b", "0"), new XElement(A + "ea", new XAttribute("typeface", form.BodyFace))), new XElement(A + "t", title))))), new XElement(C + "overlay", Val("0"))),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")),
        new XElement(C + "majorTickMark", Val("none")), new XElement(C + "minorTickMark", Val("none")), new XElement(C + "tickLblPos", Val("nextTo")), Type(form),
        new XElement(C + "crossAx", Val(crosses)), new XElement(C + "crosses", Val("autoZero")),
        kind == "catAx" ? new XElement(C + "auto", Val("1")) : null);

    private static XElement Type(FormText form) => new(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p",
        new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", "1000"), new XElement(A + "latin", new XAttribute("typeface", form.NumberFace)), new XElement(A + "ea", new XAttribute("typeface", form.BodyFace)))),
        new XElement(A + "endParaRPr", new XAttribute("lang", "zh-CN"))));

    private static XElement Point(int at, string value) => new(C + "pt", new XAttribute("idx", at), new XElement(C + "v", value));

    private static XAttribute Val(object value) => new("val", value);
}
