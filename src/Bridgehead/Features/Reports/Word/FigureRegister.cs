using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Bridgehead.Features.Reports;

/// <summary>The document's own list of its figures: from the tag of a content control to the figure, its exact value and its page.</summary>
internal static class FigureRegister
{
    /// <summary>The namespace of the list.</summary>
    public const string Namespace = "urn:bridgehead:figures:1";

    public static void Write(CustomXmlPart part, WorkReport report)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("figures", Namespace);
        xml.WriteAttributeString("asOf", Day(report.AsOf));
        var number = 0;
        foreach (var figure in report.Figures)
            if (report.Edition == Edition.Masked) Star(xml, ++number);
            else Write(xml, figure);
        xml.WriteEndElement();
    }

    /// <summary>What each figure of a document showed when it was written: tag and text, in the order of print.</summary>
    public static IReadOnlyList<(string Tag, string Display)> Read(MainDocumentPart main)
    {
        foreach (var part in main.CustomXmlParts)
        {
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            if (xml.MoveToContent() != XmlNodeType.Element || xml.NamespaceURI != Namespace) continue;
            var figures = new List<(string, string)>();
            while (xml.ReadToFollowing("figure", Namespace)) figures.Add((xml.GetAttribute("tag") ?? "", xml.GetAttribute("display") ?? ""));
            return figures;
        }
        return [];
    }

    /// <summary>The tag of a figure of the masked edition: its place in print and nothing else.</summary>
    public static string MaskedTag(int number) => string.Create(CultureInfo.InvariantCulture, $"star-{number}");

    private static void Star(XmlWriter xml, int number)
    {
        xml.WriteStartElement("figure", Namespace);
        xml.WriteAttributeString("tag", MaskedTag(number));
        xml.WriteAttributeString("display", BoundFigure.Star);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, BoundFigure figure)
    {
        xml.WriteStartElement("figure", Namespace);
        xml.WriteAttributeString("tag", figure.Key.Tag);
        xml.WriteAttributeString("indicator", figure.Key.Named);
        xml.WriteAttributeString("unit", figure.Key.Unit);
        xml.WriteAttributeString("from", Day(figure.Key.From));
        xml.WriteAttributeString("to", Day(figure.Key.To));
        xml.WriteAttributeString("measure", figure.Key.MeasureName);
        if (figure.Key.Group is { } group) xml.WriteAttributeString("group", group);
        if (figure.Key.Against is { } against) xml.WriteAttributeString("against", against);
        if (figure.Value is { } value) xml.WriteAttributeString("value", value.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("display", figure.Display);
        // a page's address may hold an identity that only this installation knows: the file names the figure instead
        xml.WriteAttributeString("address", figure.Address.StartsWith("/figures/", StringComparison.Ordinal) ? figure.Address : figure.Key.Address);
        xml.WriteEndElement();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
