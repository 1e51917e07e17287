namespace Bridgehead.Features.Reports;

/// <summary>
/// The measures of GB/T 9704-2012 (党政机关公文格式) in Word's units: twips (1/1440 inch, 1 mm = 56.693), half points for type,
/// 1/4096 point for the spacing of characters.
/// </summary>
public static class OfficialFormat
{
    private const double TwipsPerMillimetre = 1440 / 25.4;

    /// <summary>Paper A4, 210 mm wide.</summary>
    public static int PageWidth { get; } = Twips(210);
    /// <summary>Paper A4, 297 mm high.</summary>
    public static int PageHeight { get; } = Twips(297);
    /// <summary>天头 37 mm.</summary>
    public static int Top { get; } = Twips(37);
    /// <summary>订口 28 mm.</summary>
    public static int Left { get; } = Twips(28);
    /// <summary>What is left of the width beside the 版心 of 156 mm: 26 mm.</summary>
    public static int Right { get; } = Twips(210 - 28 - 156);
    /// <summary>What is left of the height below the 版心 of 225 mm: 35 mm.</summary>
    public static int Bottom { get; } = Twips(297 - 37 - 225);
    /// <summary>Width of the 版心.</summary>
    public static int TextWidth { get; } = PageWidth - Left - Right;
    /// <summary>Height of the 版心.</summary>
    public static int TextHeight { get; } = PageHeight - Top - Bottom;

    /// <summary>22 lines fill the 版心: 579 twips (28.95 pt) each; one twip more and the 22nd line would fall to the next page.</summary>
    public static int LinePitch { get; } = TextHeight / 22;

    /// <summary>28 characters of 3号 fill a line: each is a little closer than its 16 pt, in 1/4096 pt.</summary>
    public static int CharacterSpace { get; } = (int)Math.Floor((TextWidth / 28.0 / 20 - Body / 2.0) * 4096);

    /// <summary>
    /// The same closeness as a run's own spacing, in twips, for paragraphs that do not lean on the grid: 28 × (16 pt − 0.3 pt) fit the line
    /// and a 29th does not. Word processors read a grid tighter than the type in different ways; a whole tenth of a point they read alike.
    /// </summary>
    public static int CharacterTightening { get; } = (int)Math.Floor((TextWidth / 28.0 - Body * 10) / 2) * 2;

    /// <summary>Two characters on that grid, the indent of a paragraph's first line.</summary>
    public static int TwoCharacters { get; } = TextWidth * 2 / 28;

    /// <summary>2号, 22 pt: the title.</summary>
    public const int Title = 44;
    /// <summary>3号, 16 pt: the body and all headings.</summary>
    public const int Body = 32;
    /// <summary>4号, 14 pt: the page number.</summary>
    public const int PageNumber = 28;
    /// <summary>小4号, 12 pt: inside tables, which the standard leaves open.</summary>
    public const int Table = 24;

    /// <summary>
    /// The page number's dashes stand 7 mm below the 版心; they run through the middle of a 14 pt line, so the line's foot stands
    /// 35 − 7 mm less half a line above the paper's edge.
    /// </summary>
    public static int FooterDistance { get; } = Twips(35 - 7) - PageNumber * 10 / 2;

    /// <summary>标题: 小标宋. A commercial face that the program does not carry; the reader's machine supplies it or a substitute.</summary>
    public const string TitleFace = "方正小标宋简体";
    /// <summary>正文: 仿宋.</summary>
    public const string BodyFace = "仿宋_GB2312";
    /// <summary>一、 headings: 黑体.</summary>
    public const string PartFace = "黑体";
    /// <summary>（一） headings: 楷体.</summary>
    public const string SectionFace = "楷体_GB2312";
    /// <summary>Page numbers: 宋体.</summary>
    public const string PageNumberFace = "宋体";
    /// <summary>Latin letters and digits.</summary>
    public const string LatinFace = "Times New Roman";

    private static int Twips(double millimetres) => (int)Math.Round(millimetres * TwipsPerMillimetre);
}
