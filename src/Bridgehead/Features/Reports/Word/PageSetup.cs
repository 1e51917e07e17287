using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>Paper, margins, grid and page numbers.</summary>
internal static class PageSetup
{
    public static SectionProperties Section(string oddFooter, string evenFooter) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = oddFooter },
        new FooterReference { Type = HeaderFooterValues.Even, Id = evenFooter },
        new PageSize { Width = (uint)OfficialFormat.PageWidth, Height = (uint)OfficialFormat.PageHeight },
        new PageMargin
        {
            Top = OfficialFormat.Top,
            Right = (uint)OfficialFormat.Right,
            Bottom = OfficialFormat.Bottom,
            Left = (uint)OfficialFormat.Left,
            Header = 850,
            Footer = (uint)OfficialFormat.FooterDistance,
            Gutter = 0,
        },
        new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = OfficialFormat.LinePitch, CharacterSpace = OfficialFormat.CharacterSpace });

    /// <summary>— 1 — in 4号 宋体, one character in from the outer edge: right on odd pages, left on even ones.</summary>
    public static Footer PageNumber(JustificationValues side)
    {
        var indentation = side == JustificationValues.Right
            ? new Indentation { Right = "280", RightChars = 100 }
            : new Indentation { Left = "280", LeftChars = 100 };
        return new Footer(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = "PageNumberLine" }, indentation, new Justification { Val = side }),
            Words("— "),
            new SimpleField(Words("1")) { Instruction = " PAGE " },
            Words(" —")));
    }

    public static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new EvenAndOddHeaders(),
        new DrawingGridHorizontalSpacing { Val = "160" },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(
            new SpaceForUnderline(), new BalanceSingleByteDoubleByteWidth(), new DoNotLeaveBackslashAlone(), new UnderlineTrailingSpaces(),
            new DoNotExpandShiftReturn(), new AdjustLineHeightInTable(), new UseFarEastLayout(),
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    private static DocumentFormat.OpenXml.Wordprocessing.Run Words(string words) =>
        new(new Text(words) { Space = SpaceProcessingModeValues.Preserve });
}
