using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Set = DocumentFormat.OpenXml.Wordprocessing;

namespace Bridgehead.Features.Reports;

/// <summary>Runs of text and figures; numbers the content controls in the order of print.</summary>
internal sealed class WordRuns(bool masked = false)
{
    private int controls;

    public OpenXmlElement Write(Run run) => run switch
    {
        BoundFigure figure => Control(figure),
        NameRun name => Named(name.Text),
        FactRun fact => Named(fact.Text),
        _ => Words(run.Text),
    };

    public static Set.Run Words(string text) => new(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    private static Set.Run Named(string text) => new(
        new RunProperties(new RunStyle { Val = OfficialStyles.NameStyle }),
        new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    private SdtRun Control(BoundFigure figure) => new(
        new SdtProperties(
            new SdtAlias { Val = "数据来源" },
            // a masked figure's key would tell whose it is
            new Tag { Val = masked ? FigureRegister.MaskedTag(controls + 1) : figure.Key.Tag },
            new SdtId { Val = ++controls },
            new SdtContentText()),
        new SdtContentRun(Words(figure.Display)));

    /// <summary>Leaves out what XML cannot hold; a name pasted from elsewhere may carry control characters.</summary>
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at])) kept.Append(text[at]);
            else if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) kept.Append(text[at]).Append(text[++at]);
        }
        return kept.ToString();
    }
}
