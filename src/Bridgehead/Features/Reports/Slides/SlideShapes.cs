using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace Bridgehead.Features.Reports.Slides;

/// <summary>The shapes of one slide, in EMU (914400 an inch).</summary>
internal sealed class SlideShapes(DeckSlide slide, string foot, int number)
{
    /// <summary>13.33 by 7.5 inches.</summary>
    public const int Wide = 12192000, High = 6858000;

    private const long Left = 685800, Width = Wide - 2 * Left, Top = 1900000, Label = 3000000, Point = 12700;
    private const int LabelSize = 16, SmallSize = 12, CellSize = 15;
    private uint id = 1;

    public IEnumerable<OpenXmlElement> Write()
    {
        if (slide.IsCover)
        {
            yield return Box("", 0, 0, 228600, High, 12, "accent1", "accent1");
            yield return Box(slide.Title, Left, 2400000, Width, 1400000, 40, "tx2", bold: true);
            yield return Box(slide.Note ?? "", Left, 3900000, Width, 600000, 20, "tx1");
            yield break;
        }
        yield return Box(slide.Title, Left, 420000, Width, 800000, 30, "tx2", bold: true);
        yield return Box("", Left, 1240000, 1200000, 45720, 8, "accent1", "accent1");
        if (slide.Note is { } note) yield return Box(note, Left, 1330000, Width, 400000, 14, "accent6");
        foreach (var shape in Figures().Concat(Bars()).Concat(Lines())) yield return shape;
        if (slide.Table.Count > 0) yield return Table();
        yield return Box(foot, Left, High - 520000, Width - 900000, 320000, 12, "accent6");
        yield return Box(number.ToString(CultureInfo.InvariantCulture), Wide - Left - 800000, High - 520000, 800000, 320000, 12, "accent6", side: A.TextAlignmentTypeValues.Right);
    }

    private IEnumerable<OpenXmlElement> Figures()
    {
        if (slide.Figures.Count == 0) yield break;
        var columns = Math.Min(slide.Figures.Count, 2);
        var wide = Width / columns;
        for (var at = 0; at < slide.Figures.Count; at++)
        {
            var (x, y) = (Left + at % columns * wide, Top + 200000 + at / columns * 1900000L);
            yield return Box(slide.Figures[at].Value, x, y, wide - 200000, 900000, 44, "tx2", bold: true);
            yield return Box(slide.Figures[at].Label, x, y + 900000, wide - 200000, 450000, 18, "tx1");
        }
    }

    private IEnumerable<OpenXmlElement> Bars()
    {
        if (slide.Bars.Count == 0) yield break;
        var most = Math.Max(1, slide.Bars.Max(bar => bar.Value));
        var (step, room) = ((High - Top - 800000L) / slide.Bars.Count, Width - Label - 1000000L);
        var high = Math.Min(380000L, step * 6 / 10);
        for (var at = 0; at < slide.Bars.Count; at++)
        {
            var (bar, y) = (slide.Bars[at], Top + at * step + (step - high) / 2);
            var length = (long)(room * bar.Value / most);
            // a long label is set smaller on two lines, and what two lines do not take is cut: no program shrinks it by itself
            var small = TitleLines.Width(bar.Label) * LabelSize * Point > Label;
            yield return Box(Cut(bar.Label, 2 * (int)(Label / Point / SmallSize) - 1), Left, y - 40000, Label, high + 80000, small ? SmallSize : LabelSize, "tx1");
            if (length > 0) yield return Box("", Left + Label + 100000, y, length, high, 8, "accent1", "accent1");
            yield return Box(bar.Shown, Left + Label + 160000 + length, y - 40000, 800000, high + 80000, 16, "tx1", bold: true);
        }
    }

    private IEnumerable<OpenXmlElement> Lines()
    {
        for (var at = 0; at < slide.Lines.Count; at++) yield return Box(slide.Lines[at], Left, Top + at * 520000L, Width, 500000, 20, "tx1");
    }

    /// <summary>The longest text of a table's cell, in Chinese characters: one line of half the slide.</summary>
    private const int LongestCell = 26;

    private static string Cut(string text, int characters)
    {
        if (TitleLines.Width(text) <= characters) return text;
        var (width, end) = (0.0, 0);
        while (width + 2 <= characters) width += TitleLines.Width(text[end++].ToString());
        return text[..end] + "…";
    }

    private GraphicFrame Table()
    {
        // columns as wide as their longest texts are to each other, none so narrow that a head breaks
        var longest = Enumerable.Range(0, slide.Table[0].Count).Select(column => Math.Clamp(slide.Table.Max(row => TitleLines.Width(row[column])), 6, LongestCell)).ToList();
        var table = new A.Table(new A.TableProperties { FirstRow = true }, new A.TableGrid(longest.Select(most => new A.GridColumn { Width = (long)(Width * most / longest.Sum()) })));
        for (var row = 0; row < slide.Table.Count; row++)
            table.Append(new A.TableRow(slide.Table[row].Select(text => new A.TableCell(Body(Cut(text, LongestCell), CellSize, row == 0 ? "bg1" : "tx1", row == 0, A.TextAlignmentTypeValues.Left),
                new A.TableCellProperties(new A.SolidFill(Scheme(row == 0 ? "accent1" : row % 2 == 0 ? "bg2" : "bg1"))) { Anchor = A.TextAnchoringTypeValues.Center }))) { Height = 430000L });
        return new GraphicFrame(
            new NonVisualGraphicFrameProperties(new NonVisualDrawingProperties { Id = ++id, Name = $"Table {id}" }, new NonVisualGraphicFrameDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
            new Transform(new A.Offset { X = Left, Y = Top }, new A.Extents { Cx = Width, Cy = 430000L * slide.Table.Count }),
            new A.Graphic(new A.GraphicData(table) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" }));
    }

    private Shape Box(string text, long x, long y, long wide, long high, int size, string ink, string? fill = null, bool bold = false, A.TextAlignmentTypeValues? side = null)
    {
        OpenXmlElement ground = fill is null ? new A.NoFill() : new A.SolidFill(Scheme(fill));
        var body = Body(text, size, ink, bold, side ?? A.TextAlignmentTypeValues.Left);
        return new Shape(
            new NonVisualShapeProperties(new NonVisualDrawingProperties { Id = ++id, Name = $"Shape {id}" }, new NonVisualShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
            new ShapeProperties(new A.Transform2D(new A.Offset { X = x, Y = y }, new A.Extents { Cx = wide, Cy = high }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }, ground, new A.Outline(new A.NoFill())),
            new TextBody(body.ChildElements.Select(child => child.CloneNode(true))));
    }

    private static A.TextBody Body(string text, int size, string ink, bool bold, A.TextAlignmentTypeValues side)
    {
        var paragraph = new A.Paragraph(new A.ParagraphProperties { Alignment = side });
        if (text.Length > 0) paragraph.Append(new A.Run(new A.RunProperties(new A.SolidFill(Scheme(ink))) { Language = "zh-CN", FontSize = size * 100, Bold = bold }, new A.Text(WordRuns.Words(text).InnerText)));
        return new A.TextBody(new A.BodyProperties(new A.NoAutoFit()) { Wrap = A.TextWrappingValues.Square, Anchor = A.TextAnchoringTypeValues.Center, LeftInset = 0, RightInset = 0, TopInset = 0, BottomInset = 0 }, new A.ListStyle(), paragraph);
    }

    private static A.SchemeColor Scheme(string name) => new() { Val = name switch
    {
        "accent1" => A.SchemeColorValues.Accent1, "accent6" => A.SchemeColorValues.Accent6, "tx2" => A.SchemeColorValues.Text2, "bg1" => A.SchemeColorValues.Background1, "bg2" => A.SchemeColorValues.Background2, _ => A.SchemeColorValues.Text1,
    } };
}
