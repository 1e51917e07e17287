using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>An indicator as the API shows it.</summary>
public sealed record IndicatorView(
    Guid Id, string Code, int ScopeVersion, string Name, string EnglishName, IReadOnlyList<string> Aliases, string Scope, string Authority, Measure Measure, Aggregation Aggregation,
    string Display, DateOnly? ValidFrom, DateOnly? ValidTo, long Version)
{
    /// <summary>Shows an indicator.</summary>
    public static IndicatorView Of(Indicator i) => new(
        i.Id, i.Code, i.ScopeVersion, i.Name, i.EnglishName, i.Aliases.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), i.Scope, i.Authority,
        i.Measure, i.Aggregation, i.Display, i.ValidFrom, i.ValidTo, i.Version);
}

/// <summary>A document as the API shows it.</summary>
public sealed record EvidenceView(Guid Id, EvidenceKind Kind, string Title, string Source, EvidenceTier Tier);

/// <summary>An entry as the API shows it; the value in <see cref="MeasureUnit"/>, exact.</summary>
public sealed record EntryView(
    long Sequence, string Indicator, int ScopeVersion, string Unit, Guid? ProjectId, DateOnly BusinessDate, DateTime RecordedAt, string From, string To, decimal Value, string MeasureUnit,
    string Currency, bool Whole, Dimension Breakdown, string? Origin, string? Industry, string? Band, string? Other, long? Reverses, string? Reason, bool TakenBack, bool Late, EvidenceView Evidence);

/// <summary>Names the indicators and units of entries for those who read them.</summary>
public sealed class EntryNames(BridgeheadDb db, ScopedUnits scope)
{
    /// <summary>The entries with their names.</summary>
    public async Task<IReadOnlyList<EntryView>> Show(IReadOnlyCollection<EntryRow> rows, CancellationToken cancel = default)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().ToDictionaryAsync(i => i.Id, cancel);
        var units = (await scope.All(cancel)).ToDictionary(u => u.Id, u => u.Code);
        return [.. rows.Select(r =>
        {
            var indicator = indicators[r.IndicatorId];
            return new EntryView(
                r.Sequence, indicator.Code, indicator.ScopeVersion, units.GetValueOrDefault(r.UnitId, ""), r.ProjectId, r.BusinessDate, r.RecordedAt, Months.Text(r.FromMonth), Months.Text(r.ToMonth),
                UnitOfMeasure.Write(r.Value, indicator.Display), indicator.Display, r.Currency, r.Whole, r.Breakdown, r.Origin, r.Industry, r.Band, r.Other, r.Reverses, r.Reason, r.TakenBack, r.IsLate,
                new EvidenceView(r.EvidenceId, r.Kind, r.Evidence, r.Source, r.Tier));
        })];
    }
}
