using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace Bridgehead.Features.Reports.Slides;

/// <summary>Writes slides as a pptx file: 16:9, text, shapes and tables alone, nothing that is a picture. The same deck gives the same bytes.</summary>
public static class SlidesFile
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Deck deck)
    {
        using var stream = new MemoryStream();
        using (var package = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            var main = package.AddNewPart<PresentationPart>("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "rId1");
            var master = main.AddNewPart<SlideMasterPart>("rIdMaster");
            var layout = master.AddNewPart<SlideLayoutPart>("rIdLayout");
            layout.AddPart(master, "rIdMaster");
            layout.SlideLayout = new SlideLayout(new CommonSlideData(Tree()), new ColorMapOverride(new A.MasterColorMapping())) { Type = SlideLayoutValues.Blank, Preserve = true };
            master.AddNewPart<ThemePart>("rIdTheme").Theme = new A.Theme(SlidesTheme.Xml);
            master.SlideMaster = new SlideMaster(new CommonSlideData(Tree()), Colours(), new SlideLayoutIdList(new SlideLayoutId { Id = 2147483649U, RelationshipId = "rIdLayout" }), new TextStyles(new TitleStyle(), new BodyStyle(), new OtherStyle()));
            main.AddPart(master.ThemePart!, "rIdTheme");
            var notes = deck.Slides.Any(slide => slide.Speaker is not null) ? SpeakerNotes.Master(main) : null;
            var ids = new SlideIdList();
            for (var at = 0; at < deck.Slides.Count; at++)
            {
                var slide = main.AddNewPart<SlidePart>($"rIdSlide{at + 1}");
                slide.AddPart(layout, "rIdLayout");
                slide.Slide = new Slide(new CommonSlideData(Tree([.. new SlideShapes(deck.Slides[at], deck.Foot, at + 1).Write()])), new ColorMapOverride(new A.MasterColorMapping()));
                if (deck.Slides[at].Speaker is { } said) SpeakerNotes.Write(slide, notes!, said);
                ids.Append(new SlideId { Id = 256U + (uint)at, RelationshipId = $"rIdSlide{at + 1}" });
            }
            main.Presentation = new Presentation(new SlideMasterIdList(new SlideMasterId { Id = 2147483648U, RelationshipId = "rIdMaster" }));
            if (notes is not null) main.Presentation.Append(new NotesMasterIdList(new NotesMasterId { Id = SpeakerNotes.MasterId }));
            main.Presentation.Append(ids, new SlideSize { Cx = SlideShapes.Wide, Cy = SlideShapes.High }, new NotesSize { Cx = SpeakerNotes.Wide, Cy = SpeakerNotes.High });
        }
        return SteadyPackage.Repack(stream.ToArray());
    }

    internal static ShapeTree Tree(params OpenXmlElement[] shapes) => new([
        new NonVisualGroupShapeProperties(new NonVisualDrawingProperties { Id = 1U, Name = "" }, new NonVisualGroupShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
        new GroupShapeProperties(new A.TransformGroup(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }, new A.ChildOffset { X = 0, Y = 0 }, new A.ChildExtents { Cx = 0, Cy = 0 })),
        .. shapes]);

    internal static ColorMap Colours() => new()
    {
        Background1 = A.ColorSchemeIndexValues.Light1, Text1 = A.ColorSchemeIndexValues.Dark1, Background2 = A.ColorSchemeIndexValues.Light2, Text2 = A.ColorSchemeIndexValues.Dark2,
        Accent1 = A.ColorSchemeIndexValues.Accent1, Accent2 = A.ColorSchemeIndexValues.Accent2, Accent3 = A.ColorSchemeIndexValues.Accent3, Accent4 = A.ColorSchemeIndexValues.Accent4,
        Accent5 = A.ColorSchemeIndexValues.Accent5, Accent6 = A.ColorSchemeIndexValues.Accent6, Hyperlink = A.ColorSchemeIndexValues.Hyperlink, FollowedHyperlink = A.ColorSchemeIndexValues.FollowedHyperlink,
    };
}
