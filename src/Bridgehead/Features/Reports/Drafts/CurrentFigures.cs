using Bridgehead.Features.Ledger;
using Bridgehead.Features.Reports.Bulletins;
using Bridgehead.Features.Targets;

namespace Bridgehead.Features.Reports;

/// <summary>A number of a report that is no longer what the books say.</summary>
/// <param name="Was">The number as it stands in the report.</param>
/// <param name="Now">The same number today; a star when the books no longer know it.</param>
public sealed record StaleFigure(BoundFigure Was, BoundFigure Now);

/// <summary>Asks the numbers of a report again, as the books know them today.</summary>
public sealed class CurrentFigures(CollectFacts collect, ComposeWorkReport compose, CollectBulletin bulletins, AskFigure ask)
{
    // ratios carry more decimals than anybody prints; a difference beyond these is none
    private const int Decimals = 8;

    /// <summary>The numbers that changed since they were taken over, in their order.</summary>
    public async Task<IReadOnlyList<StaleFigure>> Stale(KeptParts parts, CancellationToken cancel = default)
    {
        if (parts.Draft.State == ReportState.Released) return [];
        var used = parts.Blocks.SelectMany(block => MarkedText.Figures(block.Text)).ToHashSet();
        var composed = await Composed(parts, cancel);
        var stale = new List<StaleFigure>();
        foreach (var figure in parts.Figures.Where(figure => used.Contains(figure.Number)))
        {
            var was = figure.Bound();
            var now = composed.TryGetValue(was.Key.Text, out var same) ? same.Value : await Asked(was.Key, cancel);
            if (Rounded(now) != Rounded(was.Value)) stale.Add(new StaleFigure(was, was.With(now)));
        }
        return stale;
    }

    /// <summary>One figure of the books by its binding. Refused for an unknown indicator or unit.</summary>
    public async Task<decimal?> Value(FigureKey key, CancellationToken cancel = default)
    {
        var answer = await ask.Run(new FigureInput
        {
            Unit = key.Unit, Indicator = key.Named, From = Months.Text(Months.Of(key.From)), To = Months.Text(Months.Of(key.To)), Group = key.Group,
        }, cancel);
        var (whole, minor) = (answer.Whole, answer.Question.Indicator.Measure == Measure.Count ? 1m : 100m);
        var target = key.Against switch
        {
            null => whole.Target,
            "province" => whole.Targets.FirstOrDefault(t => t.SetBy == TargetSetter.Province),
            "city" => whole.Targets.FirstOrDefault(t => t.SetBy == TargetSetter.City),
            _ => whole.Targets.FirstOrDefault(t => t.SetBy == TargetSetter.Own),
        };
        return key.Measure switch
        {
            FigureMeasure.Value => whole.Value / minor,
            FigureMeasure.Target => target?.Value / minor,
            FigureMeasure.Completion => target?.Completion,
            FigureMeasure.Pace => target?.Pace,
            FigureMeasure.Yoy => whole.YearOnYear,
            FigureMeasure.Share => whole.Share,
            FigureMeasure.Gap => (target?.Value - whole.Value) / minor,
            _ => null,
        };
    }

    private async Task<Dictionary<string, BoundFigure>> Composed(KeptParts parts, CancellationToken cancel)
    {
        var facts = await collect.Run(parts.Unit, parts.Draft.Year, parts.Draft.Months, null, cancel);
        var report = parts.Draft.Kind == ReportDraft.Bulletin ? ComposeBulletin.Run(await bulletins.Run(parts.Unit, facts, null, cancel)) : compose.Run(facts);
        return report.Figures.GroupBy(figure => figure.Key.Text).ToDictionary(same => same.Key, same => same.First());
    }

    /// <summary>A number the report's rules no longer print: the ledger's own where it has one, otherwise nobody knows it any more.</summary>
    private async Task<decimal?> Asked(FigureKey key, CancellationToken cancel)
    {
        try
        {
            return await Value(key, cancel);
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static decimal? Rounded(decimal? value) => value is { } known ? Math.Round(known, Decimals) : null;
}
