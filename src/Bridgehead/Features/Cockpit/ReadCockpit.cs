using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Cockpit;

/// <summary>What is looked at; kept in the address.</summary>
public class CockpitQuery
{
    /// <summary>The unit's code; one's own when empty.</summary>
    [MaxLength(60)] public string? Unit { get; set; }
    /// <summary>From January up to this month, 2026-09; this month when empty.</summary>
    [MaxLength(10)] public string? To { get; set; }
    /// <summary>The indicator taken apart: its code; the first when empty.</summary>
    [MaxLength(60)] public string? Compare { get; set; }
}

/// <summary>One indicator of the cockpit: of the unit, and of the units directly below it.</summary>
/// <param name="Indicator">Which indicator.</param>
/// <param name="Whole">The unit's figure.</param>
/// <param name="Units">The figures of the units below.</param>
/// <param name="Tiers">How well it is proved.</param>
public sealed record CockpitFigure(Indicator Indicator, Figure Whole, IReadOnlyList<Figure> Units, IReadOnlyList<TierShare> Tiers)
{
    /// <summary>When it was last entered for the unit or below (UTC); null when nothing was.</summary>
    public DateTime? LastEntryAt { get; init; }
}

/// <summary>Where a unit stands: the figures that matter to it first, then the others, and how fresh they are.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Span">From January up to which month.</param>
/// <param name="Units">The units the asker can choose.</param>
/// <param name="Figures">The figures that matter to this kind of unit.</param>
/// <param name="Others">Everything else of which anything is known.</param>
/// <param name="ClosedTo">The last closed month; 0 while none is.</param>
/// <param name="Today">Today in the city.</param>
public sealed record CockpitState(
    Unit Unit, Months Span, IReadOnlyList<Unit> Units, IReadOnlyList<CockpitFigure> Figures, IReadOnlyList<CockpitFigure> Others, int ClosedTo, DateOnly Today)
{
    /// <summary>After so many days without an entry of this year's figure a unit is told to be silent.</summary>
    public const int SilentDays = 60;

    /// <summary>When a figure of the unit was last entered (UTC); null when none was.</summary>
    public DateTime? LastEntryAt => Figures.Concat(Others).Max(f => f.LastEntryAt);

    /// <summary>For how many days nothing was entered, where that is long and the figure is still being gathered; null otherwise.</summary>
    public int? SilentFor(DateTime? lastEntryAt) => lastEntryAt is { } at && Span.To == Months.Of(Today) && Today.DayNumber - DateOnly.FromDateTime(at.AddHours(8)).DayNumber is > SilentDays and var days ? days : null;

    /// <summary>The indicator that is taken apart.</summary>
    public CockpitFigure? Compared(string? code) => Figures.Concat(Others).FirstOrDefault(f => f.Indicator.Code == code) ?? (Figures.Count > 0 ? Figures[0] : Others.Count > 0 ? Others[0] : null);

    /// <summary>What a unit is called.</summary>
    public string NameOf(Figure part, Words words) => Units.FirstOrDefault(u => u.Code == part.Key)?.LabelIn(words) ?? part.Name;
}

/// <summary>Reads where a unit stands, from the kept sums; the same for page, wall and API.</summary>
public sealed class ReadCockpit(BridgeheadDb db, Figures figures, LastEntries entries, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    private static readonly string[] City = [DefaultIndicators.ArrivedFunds, DefaultIndicators.SignedProjects, DefaultIndicators.ContractedAmount, DefaultIndicators.ForeignCapital, DefaultIndicators.StartedProjects, DefaultIndicators.ProducingProjects];
    private static readonly string[] District = [DefaultIndicators.ArrivedFunds, DefaultIndicators.StartedProjects, DefaultIndicators.ProducingProjects, DefaultIndicators.SignedProjects, DefaultIndicators.ContractedAmount, DefaultIndicators.FormedInvestment];
    private static readonly string[] Outpost = [DefaultIndicators.SignedProjects, DefaultIndicators.ContractedAmount, DefaultIndicators.ArrivedFunds];

    /// <summary>The units that have a cockpit, within the asker's scope.</summary>
    public async Task<IReadOnlyList<Unit>> Units(CancellationToken cancel = default) =>
        [.. (await scope.All(cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park or UnitKind.Outpost)];

    /// <summary>The unit asked for, or the asker's own; null when there is none or it is out of scope.</summary>
    public async Task<Unit?> About(string? code, CancellationToken cancel = default)
    {
        var units = await Units(cancel);
        return string.IsNullOrWhiteSpace(code) ? units.FirstOrDefault(u => u.Id == asker.UnitId) ?? (units.Count > 0 ? units[0] : null) : units.FirstOrDefault(u => u.IsCalled(code));
    }

    /// <summary>January up to the month asked for; up to this month when none was, or none can be read.</summary>
    public Months Span(string? to)
    {
        if (!Months.TryRead(to, out var month) || month < 199101) month = Months.Of(clock.Day());
        return new Months(month / 100 * 100 + 1, month);
    }

    /// <summary>Where it stands.</summary>
    public async Task<CockpitState> Run(Unit unit, Months span, CancellationToken cancel = default)
    {
        var tiers = await figures.Tiers(unit, span, cancel);
        var known = (await figures.Overview(unit, span, cancel)).Where(s => s.Whole.Value is not null || s.Whole.Target is not null)
            .Select(s => new CockpitFigure(s.Indicator, s.Whole, s.Units, tiers.GetValueOrDefault(s.Indicator.Id, []))).ToList();
        var last = await entries.Of([.. known.Where(k => k.Whole.Value is not null).Select(k => k.Indicator.Id)], [.. (await scope.Under(unit, cancel)).Select(u => u.Id)], span, cancel);
        known = [.. known.Select(k => last.TryGetValue(k.Indicator.Id, out var at) ? k with { LastEntryAt = at } : k)];
        var first = Mattering(unit.Kind);
        return new CockpitState(unit, span, await Units(cancel), [.. first.Select(code => known.Find(k => k.Indicator.Code == code)).OfType<CockpitFigure>()], [.. known.Where(k => !first.Contains(k.Indicator.Code))],
            (await ClosedBooks.Of(db, cancel)).To, clock.Day());
    }

    /// <summary>The indicators that matter to a kind of unit, the first first.</summary>
    public static IReadOnlyList<string> Mattering(UnitKind kind) => kind switch { UnitKind.City => City, UnitKind.Outpost => Outpost, _ => District };
}
