using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Set = DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>Sets a brief on exactly one page of A4: every line has a fixed height, and the brief holds no more lines than the page takes.</summary>
public sealed class BriefWord
{
    private const int Width = 9638, Margin = 1134, LineHeight = 340, CellMargin = 20;

    /// <summary>The docx file.</summary>
    public static byte[] Write(Brief brief, FormText form, Words words)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<FontTablePart>().Fonts = OfficialStyles.Fonts(form);
            var body = new Body(Line(brief.Title, form.TitleFace, Size(brief.Title), 620, JustificationValues.Center), Line(brief.Subtitle, form.SectionFace, 21, LineHeight, JustificationValues.Center));
            if (brief.Figures.Count > 0) body.Append(Figures(brief, form), Gap());
            if (brief.Way.Count > 0) body.Append(Way(brief, form, words), Gap());
            foreach (var section in brief.Sections)
            {
                body.Append(Line(section.Heading, form.PartFace, 22, LineHeight, JustificationValues.Left));
                foreach (var line in section.Lines) body.Append(Line(line, form.BodyFace, 21, LineHeight, JustificationValues.Left));
            }
            body.Append(Line(brief.Foot, form.BodyFace, 17, LineHeight, JustificationValues.Right));
            body.Append(new SectionProperties(new PageSize { Width = (uint)OfficialFormat.PageWidth, Height = (uint)OfficialFormat.PageHeight },
                new PageMargin { Top = Margin, Bottom = Margin, Left = (uint)Margin, Right = (uint)Margin, Header = 500, Footer = 500, Gutter = 0 }));
            main.Document = new Document(body);
        }
        return SteadyPackage.Repack(stream.ToArray());
    }

    /// <summary>A long name is set smaller so that it stays on its line: 22 pt takes 20 characters, 12 pt more than any name has.</summary>
    private static int Size(string title) => TitleLines.Width(title) switch { <= 20 => 44, <= 28 => 32, <= 36 => 24, _ => 20 };

    private static Set.Table Figures(Brief brief, FormText form)
    {
        var width = Width / brief.Figures.Count;
        // half points that the text fits the cell with, less a twentieth of air: a Chinese character is as wide as the type is high
        int Fitting(string text, int most) => Math.Min(most, (int)((width - 2 * CellMargin) * 0.95 / 10 / Math.Max(1, TitleLines.Width(text))));
        TableRow Row(uint height, Func<BriefFigure, string> text, string face, int most) => new(
            [new TableRowProperties(new CantSplit(), new TableRowHeight { Val = height, HeightType = HeightRuleValues.Exact }), .. brief.Figures.Select(f => Cell(Line(text(f), face, Fitting(text(f), most), (int)height - 40, JustificationValues.Center), width))]);
        return Ruled(brief.Figures.Count, width, Row(480, f => f.Value, form.NumberFace, 30), Row(320, f => f.Label, form.BodyFace, 18));
    }

    private static Set.Table Way(Brief brief, FormText form, Words words)
    {
        var width = Width / brief.Way.Count;
        TableRow Row(Func<BriefStage, string> text, int size) => new(
            [new TableRowProperties(new CantSplit(), new TableRowHeight { Val = 320, HeightType = HeightRuleValues.Exact }), .. brief.Way.Select(s => Cell(Line(text(s), s.State == BriefStageState.Now ? form.PartFace : form.BodyFace, size, 280, JustificationValues.Center), width))]);
        return Ruled(brief.Way.Count, width, Row(s => s.Name, words.IsEnglish ? 12 : 18), Row(s => (s.State switch { BriefStageState.Passed => "●", BriefStageState.Now => "▶", _ => "○" }) + (words.IsEnglish ? "" : words.Of(s.State)), 15));
    }

    private static Set.Table Ruled(int columns, int width, params TableRow[] rows)
    {
        var table = new Set.Table(new TableProperties(new TableWidth { Width = Number(Width), Type = TableWidthUnitValues.Dxa },
            new TableBorders(new TopBorder { Val = BorderValues.Single, Size = 8, Color = "000000" }, new BottomBorder { Val = BorderValues.Single, Size = 8, Color = "000000" }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "999999" }),
            new TableLayout { Type = TableLayoutValues.Fixed }, new TableCellMarginDefault(new TableCellLeftMargin { Width = CellMargin, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = CellMargin, Type = TableWidthValues.Dxa })),
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = Number(width) })));
        table.Append(rows);
        return table;
    }

    private static TableCell Cell(Set.Paragraph text, int width) => new(new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }), text);

    private static Set.Paragraph Gap() => Line("", "宋体", 10, 120, JustificationValues.Left);

    private static Set.Paragraph Line(string text, string face, int size, int height, JustificationValues side) => new(
        new ParagraphProperties(new WidowControl { Val = false }, new SnapToGrid { Val = false },
            new SpacingBetweenLines { Before = "0", After = "0", Line = Number(height), LineRule = LineSpacingRuleValues.Exact }, new Justification { Val = side }),
        new Set.Run(new RunProperties(new RunFonts { Ascii = OfficialFormat.LatinFace, HighAnsi = OfficialFormat.LatinFace, EastAsia = face }, new FontSize { Val = Number(size) }, new FontSizeComplexScript { Val = Number(size) }), WordRuns.Words(text).GetFirstChild<Text>()!.CloneNode(true)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
