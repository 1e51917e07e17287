using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>What a definition would give, beside what stands now.</summary>
/// <param name="Display">The unit of the numbers.</param>
/// <param name="Span">Which months.</param>
/// <param name="Current">What stands now: the present version's figure, or for a new indicator the figure it is derived from; in the smallest unit.</param>
/// <param name="Tried">What the definition would give on the entries there are.</param>
/// <param name="Entries">How many entries it would take.</param>
/// <param name="Left">How many it would leave out.</param>
/// <param name="Units">By unit: the two numbers beside each other.</param>
public sealed record DefinitionTrial(string Display, Months Span, long? Current, long Tried, long Entries, long Left, IReadOnlyList<TrialPart> Units);

/// <summary>A unit's part of a trial, in the smallest unit.</summary>
public sealed record TrialPart(Unit Unit, long? Current, long Tried);

/// <summary>A trial as the API shows it.</summary>
public sealed record TrialView(string From, string To, string MeasureUnit, decimal? Current, decimal Tried, long Entries, long Left, IReadOnlyList<TrialPartView> Units)
{
    /// <summary>Shows a trial.</summary>
    public static TrialView Of(DefinitionTrial t) => new(Months.Text(t.Span.From), Months.Text(t.Span.To), t.Display, Written(t.Current, t.Display), UnitOfMeasure.Write(t.Tried, t.Display), t.Entries, t.Left,
        [.. t.Units.Select(u => new TrialPartView(u.Unit.Code, Written(u.Current, t.Display), UnitOfMeasure.Write(u.Tried, t.Display)))]);

    private static decimal? Written(long? value, string display) => value is { } v ? UnitOfMeasure.Write(v, display) : null;
}

/// <summary>A unit's part of a trial as the API shows it.</summary>
public sealed record TrialPartView(string Unit, decimal? Current, decimal Tried);

/// <summary>Tries a definition on the entries there are, before it is saved: nothing is written.</summary>
public sealed class TryDefinition(BridgeheadDb db, Figures figures, ScopedUnits scope, DefineIndicator define, TimeProvider clock)
{
    /// <summary>Tries it over this year up to now. Refused as defining it would be, and for a definition that is derived from nothing: there is nothing to try.</summary>
    public async Task<DefinitionTrial> Run(IndicatorInput input, CancellationToken cancel = default)
    {
        var indicator = await define.Read(input, cancel);
        Refusal.When(indicator.BaseCode is null, $"试算需要选择取自哪个指标；直接入账的指标没有条件可试", "Input.Base");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var span = new Months(today.Year * 100 + 1, Months.Of(today));
        var city = (await scope.All(cancel)).OrderBy(u => u.Path.Length).FirstOrDefault() ?? throw new Refusal($"还没有单位");
        var present = await figures.Named(indicator.Code, today, cancel) ?? await figures.Named(indicator.BaseCode!, today, cancel);
        var current = await figures.Answer(new FigureQuestion(present!, city, span) { ByUnit = true }, cancel);
        var (taken, left) = (new Dictionary<Guid, long>(), 0L);
        var entries = 0L;
        foreach (var group in await Groups(indicator.BaseCode!, [.. (await scope.Under(city, cancel)).Select(u => u.Id)], span, indicator, cancel))
        {
            if (!group.Fits || !indicator.AdmitsSector(group.Sector, await Field(indicator.FieldCode, today, cancel)))
            {
                left += group.Entries;
                continue;
            }
            taken[group.UnitId] = taken.GetValueOrDefault(group.UnitId) + group.Value;
            entries += group.Entries;
        }
        var units = await scope.All(cancel);
        var parts = units.Where(u => u.ParentId == city.Id).Select(u => new TrialPart(u, current.Parts.FirstOrDefault(p => p.Key == u.Code)?.Value,
            units.Where(below => below.Path.StartsWith(u.Path, StringComparison.Ordinal)).Sum(below => taken.GetValueOrDefault(below.Id)))).Where(p => p.Current is not null || p.Tried != 0);
        return new DefinitionTrial(indicator.Display, span, current.Whole.Value, taken.Values.Sum(), entries, left, [.. parts]);
    }

    private IndustryField? found;
    private bool looked;

    private async ValueTask<IndustryField?> Field(string? code, DateOnly day, CancellationToken cancel)
    {
        if (code is null || looked) return found;
        looked = true;
        return found = IndustryField.InForce(await db.Set<IndustryField>().AsNoTracking().Where(f => f.Code == code).ToListAsync(cancel), day) is [var held, ..] ? held : null;
    }

    private async Task<List<TrialGroup>> Groups(string code, IReadOnlyCollection<Guid> units, Months span, Indicator wanted, CancellationToken cancel)
    {
        var (from, to, least, most) = (span.From, span.To, wanted.AmountFromFen ?? 0, wanted.AmountBelowFen ?? long.MaxValue);
        var (origins, branches, sized) = (Indicator.Keys(wanted.Origins), Indicator.Keys(wanted.Branches), wanted.AmountFromFen is not null || wanted.AmountBelowFen is not null);
        return await db.Set<LedgerEntry>().AsNoTracking()
            .Where(e => db.Set<Indicator>().Any(i => i.Id == e.IndicatorId && i.Code == code) && units.Contains(e.UnitId) && !e.Whole && e.Breakdown == Dimension.None && e.FromMonth >= from && e.ToMonth <= to)
            .GroupBy(e => new
            {
                e.UnitId, e.Sector,
                Fits = (origins.Count == 0 || origins.Contains(e.Origin!)) && (branches.Count == 0 || branches.Contains(e.Industry!)) && (!sized || (e.ProjectFen != null && e.ProjectFen >= least && e.ProjectFen < most)),
            })
            .Select(g => new TrialGroup(g.Key.UnitId, g.Key.Sector, g.Key.Fits, g.Sum(e => e.Value), g.Sum(e => e.ReversesSequence == null ? 1 : -1))).ToListAsync(cancel);
    }

    private sealed record TrialGroup(Guid UnitId, string? Sector, bool Fits, long Value, long Entries);
}
