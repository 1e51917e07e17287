using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.ExtendedProperties;
using DocumentFormat.OpenXml.Packaging;

namespace Bridgehead.Features.Reports;

/// <summary>Title, author and dates of the file; the dates are the facts' own, so that the same facts give the same file.</summary>
internal static class WordProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Schema = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(WordprocessingDocument package, WorkReport report)
    {
        package.AddNewPart<ExtendedFilePropertiesPart>("application/vnd.openxmlformats-officedocument.extended-properties+xml", "rId2").Properties =
            new Properties(new Application("Bridgehead"));
        var part = package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId3");
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteElementString("dc", "title", Dublin, report.Title);
        xml.WriteElementString("dc", "creator", Dublin, report.SignedBy ?? report.TitleWords[1]);
        xml.WriteElementString("dc", "language", Dublin, "zh-CN");
        var day = (report.IssuedOn ?? report.AsOf).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T00:00:00Z";
        Moment(xml, "created", day);
        Moment(xml, "modified", day);
        xml.WriteEndElement();
    }

    private static void Moment(XmlWriter xml, string name, string moment)
    {
        xml.WriteStartElement("dcterms", name, Terms);
        xml.WriteAttributeString("xsi", "type", Schema, "dcterms:W3CDTF");
        xml.WriteString(moment);
        xml.WriteEndElement();
    }
}
