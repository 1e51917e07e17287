using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Bridgehead.Features.Reports;

/// <summary>One block as it is shown on screen, with what changed since.</summary>
/// <param name="Block">The block.</param>
/// <param name="Stale">The numbers that changed, by their number.</param>
/// <param name="AsOf">The day a frozen report's figures are opened at; null for today.</param>
public sealed record ShownBlock(Block Block, IReadOnlyDictionary<int, StaleFigure> Stale, DateOnly? AsOf = null)
{
    private static readonly IReadOnlyDictionary<int, StaleFigure> Nothing = new Dictionary<int, StaleFigure>();

    /// <summary>A block nothing is known to have changed in.</summary>
    public static ShownBlock Of(Block block, DateOnly? asOf = null) => new(block, Nothing, asOf);

    /// <summary>Where a figure opens: of a frozen report as it stood then.</summary>
    public string Address(BoundFigure figure) =>
        AsOf is { } day && figure.Address.StartsWith("/figures/", StringComparison.Ordinal) ? $"{figure.Address}&asOf={day:yyyy-MM-dd}" : figure.Address;

    /// <summary>A stretch as it stands on screen, without a blank between its runs: figures lead to their entries, one that moved says what it is now.</summary>
    public IHtmlContent Inline(IEnumerable<Run> runs, Words words)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in runs)
        {
            if (run is FactRun fact) html.AppendHtml(Element("abbr", fact.Text, ("title", fact.Source)));
            else if (run is not BoundFigure figure) html.Append(run.Text);
            else
            {
                var stale = figure.Number > 0 && Stale.TryGetValue(figure.Number, out var moved) ? moved : null;
                var address = Address(figure);
                var look = stale is null ? "bh-figure" : "bh-figure stale";
                html.AppendHtml(address.Length == 0 ? Element("span", figure.Display, ("class", look), ("data-figure", figure.Key.Tag))
                    : Element("a", figure.Display, ("class", look), ("href", address), ("data-figure", figure.Key.Tag)));
                if (stale is not null) html.AppendHtml(Element("ins", words.Say($"现为{stale.Now.Display}"), ("class", "stale-now")));
            }
        }
        return html;
    }

    private static TagBuilder Element(string name, string text, params (string Name, string Value)[] attributes)
    {
        var element = new TagBuilder(name);
        foreach (var (attribute, value) in attributes) element.Attributes[attribute] = value;
        element.InnerHtml.Append(text);
        return element;
    }

    /// <summary>A chart as the screen draws it.</summary>
    public static Shared.Chart Drawn(Charting chart)
    {
        return new Shared.Chart(chart.Data.Caption.ToString(), chart.UnitLine.Replace("单位：", "", StringComparison.Ordinal), [.. chart.Data.Rows.Select(row => row[0].ToString())],
            [.. chart.Drawn.Select((at, order) => new Shared.ChartSeries(chart.Data.Columns[at].Head, [.. chart.Data.Rows.Select(row => row[at].OfType<BoundFigure>().FirstOrDefault() is { Value: not null } figure
                ? decimal.Parse(figure.Display, System.Globalization.CultureInfo.InvariantCulture) : (decimal?)null)], Past: order > 0))])
        { NamesAre = "单位" };
    }
}
