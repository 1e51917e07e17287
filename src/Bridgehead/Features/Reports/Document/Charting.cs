using System.Text.Json.Serialization;

namespace Bridgehead.Features.Reports;

/// <summary>A chart drawn from the table that stands below it: the first column names the bars, each column of amounts or of targets is a row of them.</summary>
/// <param name="Data">Its caption, its unit and its numbers.</param>
public sealed record Charting(Tabulation Data) : Block
{
    /// <summary>The places of the columns that are drawn: what was reached and what was to be, which one axis measures.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Drawn =>
        [.. Enumerable.Range(0, Data.Columns.Count).Where(at => Data.Columns[at].Numeric && Data.Rows.Any(row => row[at].OfType<BoundFigure>().Any(figure => figure.Key.Measure is FigureMeasure.Value or FigureMeasure.Target)))];

    /// <summary>The unit of what is drawn, the first that the table's line names.</summary>
    [JsonIgnore]
    public string UnitLine => Data.UnitLine.Split('、')[0];
}
