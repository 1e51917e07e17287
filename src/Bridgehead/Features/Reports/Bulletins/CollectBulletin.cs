using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Answers = Bridgehead.Features.Ledger.Figures;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>Collects what only a bulletin tells: the parks below the districts, the month alone, and who is compared with whom.</summary>
public sealed class CollectBulletin(Answers figures, ScopedUnits scope, KeepRankSetting ranks)
{
    /// <summary>How many indicators a bulletin tells at most where none has a target.</summary>
    private const int Most = 6;

    /// <summary>The facts.</summary>
    /// <param name="unit">The unit the bulletin is of.</param>
    /// <param name="report">The facts of the work report for the same months.</param>
    /// <param name="asOf">As it stood at the end of this day; today when null.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<BulletinFacts> Run(Unit unit, WorkReportFacts report, DateOnly? asOf, CancellationToken cancel = default)
    {
        var about = report.Indicators.Where(fact => fact.Targets.Count > 0 || fact.By(GroupKind.Unit).Any(group => group.Targets.Count > 0)).ToList();
        if (about.Count == 0) about = [.. report.Indicators.Take(Most)];
        var below = await scope.Under(unit, cancel);
        var parents = below.Where(u => below.Any(park => park.Kind == UnitKind.Park && park.ParentId == u.Id) && u.Id != unit.Id).ToList();
        var span = new Months(report.Year * 100 + 1, report.Year * 100 + report.Months);
        var (parks, month) = (new Dictionary<string, IReadOnlyList<GroupFact>>(), new Dictionary<(string, string), long?>());
        var setting = await ranks.Read(cancel);
        var ranked = setting.IsOn && unit.Kind == UnitKind.City;
        foreach (var indicator in (await figures.Current(Months.LastDay(span.To), cancel)).Where(i => about.Exists(fact => fact.Code == i.Code)))
        {
            var found = new List<(Unit Park, GroupFact Fact)>();
            foreach (var parent in parents)
                foreach (var part in (await figures.Answer(new FigureQuestion(indicator, parent, span) { ByUnit = true, AsOf = asOf }, cancel)).Parts)
                    if (below.FirstOrDefault(u => u.Code == part.Key && u.Kind == UnitKind.Park) is { } park && (part.Value is not null || part.Targets.Count > 0)) found.Add((park, CollectFacts.Group(GroupKind.Unit, part)));
            parks[indicator.Code] = [.. found.OrderBy(f => f.Park.Order).ThenBy(f => f.Park.Code, StringComparer.Ordinal).Select(f => f.Fact)];
            if (!ranked) continue;
            foreach (var parent in parents.Prepend(unit))
                foreach (var part in (await figures.Answer(new FigureQuestion(indicator, parent, new Months(span.To, span.To)) { ByUnit = true, AsOf = asOf }, cancel)).Parts)
                    month[(indicator.Code, part.Key)] = part.Value;
        }
        return new BulletinFacts(report)
        {
            Indicators = about, Parks = parks, Month = month, BoardSize = setting.BoardSize,
            Groups = ranked ? KeepRankSetting.Groups(setting.Groups, below) : [],
            Addressee = unit.Kind == UnitKind.City ? "各县（市）区人民政府，各园区管委会，市直各有关部门" : null,
        };
    }
}
