namespace Bridgehead.Features.Reports.Slides;

/// <summary>The theme of promotion slides: one deep blue, dark ink, faces every machine has a stand-in for.</summary>
internal static class SlidesTheme
{
    private static string Colour(string name, string value) => $"<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>";

    private const string Fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    private const string Line = "<a:ln w=\"9525\">" + Fill + "</a:ln>";
    private const string Effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    private const string Face = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"微软雅黑\"/><a:cs typeface=\"\"/>";

    public static string Xml { get; } = "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Bridgehead\"><a:themeElements><a:clrScheme name=\"Bridgehead\">"
        + Colour("dk1", "1A1A1A") + Colour("lt1", "FFFFFF") + Colour("dk2", "1F4E8C") + Colour("lt2", "F2F4F7") + Colour("accent1", "1F4E8C") + Colour("accent2", "8C6D1F") + Colour("accent3", "2E7D4F")
        + Colour("accent4", "8C3A1F") + Colour("accent5", "5B4A8C") + Colour("accent6", "4A6B7C") + Colour("hlink", "1F4E8C") + Colour("folHlink", "5B4A8C")
        + "</a:clrScheme><a:fontScheme name=\"Bridgehead\"><a:majorFont>" + Face + "</a:majorFont><a:minorFont>" + Face + "</a:minorFont></a:fontScheme><a:fmtScheme name=\"Bridgehead\"><a:fillStyleLst>" + Fill + Fill + Fill
        + "</a:fillStyleLst><a:lnStyleLst>" + Line + Line + Line + "</a:lnStyleLst><a:effectStyleLst>" + Effect + Effect + Effect + "</a:effectStyleLst><a:bgFillStyleLst>" + Fill + Fill + Fill + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
}
