using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Rates;
using Bridgehead.Features.Targets;

namespace Bridgehead.Features.Assessments;

/// <summary>Reads what a scheme needs from the ledger and the targets, as of a day, for every unit it compares.</summary>
public sealed class GatherNumbers(BridgeheadDb db, Figures figures, AskRates rates, ScopedUnits scope, TimeProvider clock)
{
    /// <summary>The numbers by unit, item and input; those given by hand are not among them. Refused for an indicator without a definition in force, and for annual targets in a span that does not begin with January.</summary>
    public async Task<Dictionary<(Guid Unit, int Item, int Input), InputValue>> Run(SchemeDefinition scheme, Months span, DateOnly asOf, IReadOnlyList<Unit> units, CancellationToken cancel = default)
    {
        Refusal.When(scheme.NeedsTargets() && !span.IsYearToDate, $"方案按年度目标的完成率计分，考核期须从1月起、不跨年");
        var indicators = (await figures.Current(Months.LastDay(span.To), cancel)).ToDictionary(i => i.Code);
        foreach (var code in scheme.Codes()) Refusal.Unless(indicators.ContainsKey(code), $"方案用到的指标“{code}”在考核期末没有有效的口径");
        DateOnly? day = asOf < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8)) ? asOf : null;
        var values = new Dictionary<(Guid, string), long?>();
        foreach (var code in scheme.Codes()) await Read(values, indicators[code], span, day, units, cancel);
        var targets = scheme.NeedsTargets()
            ? (await new TargetsInForce(db).Read([.. indicators.Values.Select(i => i.Id)], [.. units.Select(u => u.Id)], span.Year, Dimension.None, day, cancel)).Where(t => t.SetBy == TargetSetter.Own).ToDictionary(t => (t.UnitId, t.IndicatorId), t => (long?)t.Value)
            : [];
        var cohorts = scheme.Items.Any(i => i.Inputs.Any(n => n.Source == InputSource.Cohort)) ? await rates.Of(units, span, asOf, cancel) : new Dictionary<Guid, CohortCount>();
        var numbers = new Dictionary<(Guid, int, int), InputValue>();
        foreach (var unit in units)
            for (var item = 0; item < scheme.Items.Count; item++)
                for (var n = 0; n < scheme.Items[item].Inputs.Count; n++)
                    if (scheme.Items[item].Inputs[n] is { Source: InputSource.Cohort } rate) numbers[(unit.Id, item, n)] = CohortRate.Called(rate.Indicator)!.Read(cohorts[unit.Id]);
                    else if (scheme.Items[item].Inputs[n] is { Source: not InputSource.Given } input)
                        numbers[(unit.Id, item, n)] = new InputValue(values.GetValueOrDefault((unit.Id, input.Indicator)),
                            input.Source == InputSource.Completion ? targets.GetValueOrDefault((unit.Id, indicators[input.Indicator].Id)) : input.Source == InputSource.Rate ? values.GetValueOrDefault((unit.Id, input.Against)) : null,
                            indicators[input.Indicator].Display, "");
        return numbers;
    }

    // neighbours in one read: what stands beside each other in the ranking is read alike
    private async Task Read(Dictionary<(Guid, string), long?> values, Indicator indicator, Months span, DateOnly? day, IReadOnlyList<Unit> units, CancellationToken cancel)
    {
        foreach (var siblings in units.GroupBy(u => u.ParentId))
        {
            if (siblings.Key is { } parent && await scope.Find(parent, cancel) is { } above)
            {
                var parts = (await figures.Answer(new FigureQuestion(indicator, above, span) { ByUnit = true, AsOf = day }, cancel)).Parts.ToDictionary(p => p.Key, p => p.Value);
                foreach (var unit in siblings) values[(unit.Id, indicator.Code)] = parts.GetValueOrDefault(unit.Code);
            }
            else
                foreach (var unit in siblings) values[(unit.Id, indicator.Code)] = (await figures.Answer(new FigureQuestion(indicator, unit, span) { AsOf = day }, cancel)).Whole.Value;
        }
    }
}
