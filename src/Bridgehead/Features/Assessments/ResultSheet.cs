using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Assessments;

/// <summary>The results of a scheme for all its units: groups apart, the best first.</summary>
/// <param name="Definition">What the scheme says.</param>
/// <param name="Units">The results, by group and place.</param>
public sealed record ResultSheet(SchemeDefinition Definition, IReadOnlyList<UnitResult> Units)
{
    /// <summary>Computes it from the numbers of each unit.</summary>
    /// <param name="definition">What the scheme says.</param>
    /// <param name="units">The units with their group by its place in the scheme, in administrative order.</param>
    /// <param name="number">The number of a unit for an item and input; null when nothing is known.</param>
    public static ResultSheet Of(SchemeDefinition definition, IEnumerable<(Unit Unit, int Group)> units, Func<Guid, int, int, InputValue?> number)
    {
        var results = new List<UnitResult>();
        foreach (var group in units.GroupBy(u => u.Group).OrderBy(g => g.Key))
        {
            var members = group.Select(u => u.Unit).ToList();
            var numbers = members.ToDictionary(u => u.Id, u => definition.Items.Select((item, i) => (IReadOnlyList<InputValue?>)[.. item.Inputs.Select((_, n) => number(u.Id, i, n))]).ToList());
            var scored = members.Select(u => Score(definition, u, group.Key, numbers)).ToList();
            bool Placed(UnitResult r) => !r.Vetoed && !r.Incomplete;
            results.AddRange(scored.Select(r => r with { Rank = Placed(r) ? Scoring.Rank(r.Total, scored.Where(Placed).Select(o => o.Total)) : null })
                .OrderBy(r => r.Vetoed).ThenBy(r => r.Incomplete).ThenBy(r => r.Rank));
        }
        return new ResultSheet(definition, results);
    }

    /// <summary>The units a scheme compares, each in the first group that has it; who belongs to none is left out.</summary>
    public static IReadOnlyList<(Unit Unit, int Group)> Members(SchemeDefinition definition, IEnumerable<Unit> units) =>
        [.. units.Select(u => (Unit: u, Group: definition.Groups.ToList().FindIndex(g => g.Has(u)))).Where(m => m.Group >= 0)];

    /// <summary>The numbers that are needed and not known, by unit, item and input; none of items that are waived.</summary>
    public IReadOnlyList<(Unit Unit, int Item, int Input)> Missing =>
        [.. from unit in Units from item in Enumerable.Range(0, Definition.Items.Count) where unit.Items[item].Missing
            from input in Enumerable.Range(0, Definition.Items[item].Inputs.Count) where unit.Numbers[item][input]?.Number(Definition.Items[item].Inputs[input].Source) is null select (unit.Unit, item, input)];

    private static UnitResult Score(SchemeDefinition definition, Unit unit, int group, Dictionary<Guid, List<IReadOnlyList<InputValue?>>> numbers)
    {
        var items = definition.Items.Select((item, i) =>
        {
            decimal?[] Of(Guid of) => [.. item.Inputs.Select((input, n) => numbers[of][i][n]?.Number(input.Source))];
            return item.NeedsEach && numbers[unit.Id][i].Any(n => n?.IsWaived == true) ? Scoring.Waived : Scoring.Score(item, Of(unit.Id), [.. numbers.Keys.Select(k => Of(k)[0]).OfType<decimal>()]);
        }).ToList();
        var waived = WaivedPoints.Of(definition, items);
        return new UnitResult(unit, group, numbers[unit.Id], items, Scoring.Published(waived?.Total(definition, items) ?? items.Sum(i => i.Score ?? 0), definition.Digits), null) { Waived = waived };
    }
}
