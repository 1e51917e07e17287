using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace Bridgehead.Features.Reports.Slides;

/// <summary>The speaker's notes below a slide: seen by whoever shows it, not by the audience.</summary>
internal static class SpeakerNotes
{
    /// <summary>A page of notes, 7.5 by 10 inches.</summary>
    public const int Wide = 6858000, High = 9144000;

    /// <summary>By which the presentation knows the master of its notes.</summary>
    public const string MasterId = "rIdNotes";

    /// <summary>The master that pages of notes need.</summary>
    public static NotesMasterPart Master(PresentationPart main)
    {
        var master = main.AddNewPart<NotesMasterPart>(MasterId);
        master.AddNewPart<ThemePart>("rIdTheme").Theme = new A.Theme(SlidesTheme.Xml);
        master.NotesMaster = new NotesMaster(new CommonSlideData(SlidesFile.Tree(Picture(2), Text(3, null))), SlidesFile.Colours());
        return master;
    }

    /// <summary>Writes what is said to a slide.</summary>
    public static void Write(SlidePart slide, NotesMasterPart master, string said)
    {
        var notes = slide.AddNewPart<NotesSlidePart>("rIdNotes");
        notes.AddPart(master, "rIdMaster");
        notes.AddPart(slide, "rIdSlide");
        notes.NotesSlide = new NotesSlide(new CommonSlideData(SlidesFile.Tree(Picture(2), Text(3, said))), new ColorMapOverride(new A.MasterColorMapping()));
    }

    private static Shape Picture(uint id) => new(
        new NonVisualShapeProperties(
            new NonVisualDrawingProperties { Id = id, Name = "Slide" }, new NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true, NoRotation = true, NoChangeAspect = true }),
            new ApplicationNonVisualDrawingProperties(new PlaceholderShape { Type = PlaceholderValues.SlideImage })),
        Place(685800, 1143000, 5486400, 3086100));

    private static Shape Text(uint id, string? said)
    {
        var paragraph = new A.Paragraph();
        if (said is not null) paragraph.Append(new A.Run(new A.RunProperties { Language = "zh-CN" }, new A.Text(said)));
        return new Shape(
            new NonVisualShapeProperties(
                new NonVisualDrawingProperties { Id = id, Name = "Notes" }, new NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }),
                new ApplicationNonVisualDrawingProperties(new PlaceholderShape { Type = PlaceholderValues.Body, Index = 1U })),
            Place(685800, 4400550, 5486400, 3600450), new TextBody(new A.BodyProperties(), new A.ListStyle(), paragraph));
    }

    private static ShapeProperties Place(long x, long y, long wide, long high) => new(
        new A.Transform2D(new A.Offset { X = x, Y = y }, new A.Extents { Cx = wide, Cy = high }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle });
}
