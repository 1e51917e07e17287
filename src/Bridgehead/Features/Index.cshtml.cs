using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features;

/// <summary>
/// The cockpit. A leader sees at a glance where each indicator stands against target and time; a clerk sees how the own unit does; every number
/// opens to its formula and entries. Read from the sums, so it costs the same however many projects there are.
/// </summary>
[Authorize(Permission.SignedIn)]
public sealed class IndexPage(Figures figures, ScopedUnits scope, Asker asker, TimeProvider clock) : Screen
{
    /// <summary>The unit's code.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60)] public string? Unit { get; set; }
    /// <summary>Up to which month, 2026-09.</summary>
    [BindProperty(SupportsGet = true), MaxLength(10)] public string? To { get; set; }
    /// <summary>The indicator whose units are compared.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60)] public string? Compare { get; set; }

    /// <summary>The unit shown; null for those who see no figures.</summary>
    public Unit? About { get; private set; }
    /// <summary>The months shown.</summary>
    public Months Span { get; private set; }
    /// <summary>The indicators of which anything is known.</summary>
    public IReadOnlyList<(Indicator Indicator, Figure Whole, IReadOnlyList<Figure> Units)> Shown { get; private set; } = [];
    /// <summary>How well the figures are proved, by indicator.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<TierShare>> Tiers { get; private set; } = new Dictionary<Guid, IReadOnlyList<TierShare>>();
    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The indicator compared by unit.</summary>
    public (Indicator Indicator, Figure Whole, IReadOnlyList<Figure> Units)? Compared => Shown.Count == 0 ? null
        : Shown.Where(s => s.Units.Count > 0 && (Compare is null || s.Indicator.Code == Compare)).Cast<(Indicator, Figure, IReadOnlyList<Figure>)?>().FirstOrDefault();

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!asker.May(Permission.ReadFigures)) return true;
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park)];
        About = Unit is null ? Units.FirstOrDefault(u => u.Id == asker.UnitId) ?? (Units.Count > 0 ? Units[0] : null) : Units.FirstOrDefault(u => u.IsCalled(Unit));
        if (Unit is not null && About is null) return false;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        if (!Months.TryRead(To, out var to)) to = Months.Of(today);
        Span = new Months(to / 100 * 100 + 1, to);
        if (About is not { } unit) return true;
        Shown = [.. (await figures.Overview(unit, Span, Cancel)).Where(s => s.Whole.Value is not null || s.Whole.Target is not null)];
        Tiers = await figures.Tiers(unit, Span, Cancel);
        return true;
    }

    /// <summary>The units against each other: completion and the time gone by, or the values where no targets were set. The title says the finding.</summary>
    public Chart Comparison(Indicator indicator, IReadOnlyList<Figure> units, Words words)
    {
        var byTarget = units.Any(u => u.Target?.Completion is not null);
        var expected = Ratio.Rounded(Ratio.Elapsed(Span.Count));
        var bars = units.Select(u => (Unit: u, Value: byTarget ? Ratio.Rounded(u.Target?.Completion) : u.Value is { } v ? UnitOfMeasure.Write(v, indicator.Display) : null))
            .OrderByDescending(b => b.Value ?? decimal.MinValue).ToList();
        var behind = bars.Count(b => b.Value < expected);
        var title = !byTarget ? words[indicator.Name] : behind == 0 ? words["各单位都不慢于序时"] : words.Say($"{behind}个单位慢于序时");
        return new Chart(title, byTarget ? "%" : words[indicator.Display], [.. bars.Select(b => NameOf(b.Unit, words))],
            [new(words[byTarget ? "完成率" : "数值"], [.. bars.Select(b => b.Value)])])
        {
            Sideways = true, Target = byTarget ? expected : null, TargetName = words["序时"], NamesAre = "单位",
            Links = [.. bars.Select(b => Url.Page("/Ledger/Open", Question(indicator, b.Unit.Key))!)],
        };
    }

    private string NameOf(Figure part, Words words) => Units.FirstOrDefault(u => u.Code == part.Key)?.LabelIn(words) ?? part.Name;

    /// <summary>The question a figure opens to.</summary>
    public Dictionary<string, string> Question(Indicator indicator, string? unit = null) => new()
    {
        ["unit"] = unit ?? About!.Code, ["indicator"] = indicator.Code, ["from"] = Months.Text(Span.From), ["to"] = Months.Text(Span.To),
    };
}
