using System.Text.Json.Serialization;

namespace Bridgehead.Features.Reports;

/// <summary>What stands under a heading: a section's heading, a paragraph, a table or a chart.</summary>
[JsonDerivedType(typeof(SectionHeading), "heading"), JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Tabulation), "table"), JsonDerivedType(typeof(Charting), "chart")]
public abstract record Block
{
    /// <summary>Every stretch of it in the order of print.</summary>
    [JsonIgnore]
    public IEnumerable<Run> Runs => this switch
    {
        Paragraph paragraph => paragraph.Sentences.SelectMany(sentence => sentence),
        Tabulation table => [.. table.Caption, .. table.Rows.SelectMany(row => row).SelectMany(cell => cell)],
        Charting chart => chart.Data.Runs,
        _ => [],
    };
}
