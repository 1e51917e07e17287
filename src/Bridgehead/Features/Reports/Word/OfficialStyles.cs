using DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>The styles of an official document: faces and sizes of GB/T 9704-2012, nothing bold, a fixed line for everything in the 版心.</summary>
internal static class OfficialStyles
{
    public static Styles Write(FormText form)
    {
        var styles = Standard(form);
        foreach (var faces in styles.Descendants<RunFonts>().Where(faces => faces.Ascii == OfficialFormat.LatinFace))
            (faces.Ascii, faces.HighAnsi, faces.ComplexScript) = (form.NumberFace, form.NumberFace, form.NumberFace);
        return styles;
    }

    private static Styles Standard(FormText form) => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            Faces(form.BodyFace),
            new Kern { Val = 2 },
            new FontSize { Val = Size(OfficialFormat.Body) },
            new FontSizeComplexScript { Val = Size(OfficialFormat.Body) },
            new Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" })), new ParagraphPropertiesDefault()),
        ParagraphStyle("Normal", "Normal", null, FirstLine(true), JustificationValues.Both, OfficialFormat.Body, null, isDefault: true),
        ParagraphStyle("Title", "Title", form.TitleFace, FirstLine(false), JustificationValues.Center, OfficialFormat.Title, 0, outline: false),
        ParagraphStyle("Occasion", "会议与报告人", form.SectionFace, FirstLine(false), JustificationValues.Center, null, null),
        ParagraphStyle("Addressee", "主送机关", null, FirstLine(false), JustificationValues.Left, null, null),
        ParagraphStyle("Heading1", "heading 1", form.PartFace, FirstLine(true), JustificationValues.Left, null, 0),
        ParagraphStyle("Heading2", "heading 2", form.SectionFace, FirstLine(true), JustificationValues.Left, null, 1),
        ParagraphStyle("Heading3", "heading 3", form.BodyFace, FirstLine(true), JustificationValues.Left, null, 2),
        ParagraphStyle("Heading4", "heading 4", form.BodyFace, FirstLine(true), JustificationValues.Left, null, 3),
        ParagraphStyle("Signature", "署名与成文日期", null, FirstLine(false), JustificationValues.Right, null, null),
        ParagraphStyle("Caption", "caption", form.PartFace, FirstLine(false), JustificationValues.Center, OfficialFormat.PageNumber, null),
        ParagraphStyle("TableText", "表格文字", null, FirstLine(false), JustificationValues.Left, OfficialFormat.Table, null, line: 400),
        ParagraphStyle("PageNumberLine", "页码", OfficialFormat.PageNumberFace, FirstLine(false), JustificationValues.Left, OfficialFormat.PageNumber, null,
            line: OfficialFormat.PageNumber * 10, latin: OfficialFormat.PageNumberFace),
        new Style(new StyleName { Val = "记录名称" }, new UIPriority { Val = 99 }) { Type = StyleValues.Character, StyleId = NameStyle, CustomStyle = true });

    /// <summary>The style of names out of the records; it looks like the text around it and tells the checker that its digits are a name's.</summary>
    public const string NameStyle = "RecordName";

    /// <summary>The faces with the names other systems know them by, so that a machine without the GB2312 faces finds its own.</summary>
    public static Fonts Fonts(FormText form) => new(
        Face(form.TitleFace, form.TitleFallback), Face(form.BodyFace, form.BodyFallback), Face(form.PartFace, form.PartFallback),
        Face(form.SectionFace, form.SectionFallback), Face(OfficialFormat.PageNumberFace, "SimSun"),
        new Font(new FontCharSet { Val = "00" }, new FontFamily { Val = FontFamilyValues.Roman }, new Pitch { Val = FontPitchValues.Variable })
        { Name = form.NumberFace });

    private static Font Face(string name, string also) => new(
        new AltName { Val = also }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }, new Pitch { Val = FontPitchValues.Variable })
    { Name = name };

    private static Style ParagraphStyle(
        string id, string name, string? face, Indentation indentation, JustificationValues justification, int? size, int? level,
        bool isDefault = false, bool outline = true, int? line = null, string? latin = null)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        if (level is not null) style.Append(new NextParagraphStyle { Val = "Normal" });
        style.Append(new UIPriority { Val = 1 }, new PrimaryStyle());
        style.Append(Paragraph(indentation, justification, line ?? OfficialFormat.LinePitch, outline ? level : null, level is not null));
        var type = new StyleRunProperties();
        if (face is not null) type.Append(Faces(face, latin ?? OfficialFormat.LatinFace));
        if (size is not null) type.Append(new Spacing { Val = size == OfficialFormat.Body ? OfficialFormat.CharacterTightening : 0 });
        if (size is { } half) type.Append(new FontSize { Val = Size(half) }, new FontSizeComplexScript { Val = Size(half) });
        if (type.HasChildren) style.Append(type);
        return style;
    }

    /// <summary>
    /// No gap is put between Chinese and digits: it would break the grid of 28 characters. The fixed line and the
    /// closeness of the characters keep the grid without snapping to it, so every word processor sets 22 lines of 28 characters.
    /// </summary>
    private static StyleParagraphProperties Paragraph(Indentation indentation, JustificationValues justification, int line, int? level, bool keep)
    {
        var properties = new StyleParagraphProperties();
        if (keep) properties.Append(new KeepNext());
        properties.Append(
            new WidowControl { Val = false }, new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false }, new SnapToGrid { Val = false },
            new SpacingBetweenLines { Before = "0", After = "0", Line = Size(line), LineRule = LineSpacingRuleValues.Exact },
            indentation, new Justification { Val = justification });
        if (level is { } outline) properties.Append(new OutlineLevel { Val = outline });
        return properties;
    }

    private static Indentation FirstLine(bool indented) => indented
        ? new Indentation { FirstLine = Size(OfficialFormat.TwoCharacters), FirstLineChars = 200 }
        : new Indentation { FirstLine = "0", FirstLineChars = 0 };

    private static RunFonts Faces(string eastAsia, string latin = OfficialFormat.LatinFace) =>
        new() { Ascii = latin, HighAnsi = latin, EastAsia = eastAsia, ComplexScript = OfficialFormat.LatinFace };

    private static string Size(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
