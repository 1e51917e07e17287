using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Which entries are looked for; empty means any.</summary>
public sealed class EntryQuery
{
    /// <summary>The indicator: code, name, alias, or code@version.</summary>
    [MaxLength(100)] public string? Indicator { get; set; }
    /// <summary>The unit: code, name or short name; it and everything below it.</summary>
    [MaxLength(100)] public string? Unit { get; set; }
    /// <summary>Entries that speak for this month or a later one, 2022-01.</summary>
    [MaxLength(10)] public string? From { get; set; }
    /// <summary>Entries that speak for this month or an earlier one, 2022-12.</summary>
    [MaxLength(10)] public string? To { get; set; }
    /// <summary>The project they belong to.</summary>
    public Guid? Project { get; set; }
    /// <summary>The evidence they rest on.</summary>
    public Guid? Evidence { get; set; }
    /// <summary>By which side <see cref="Group"/> is a group.</summary>
    public Dimension? Side { get; set; }
    /// <summary>The key of a group.</summary>
    [MaxLength(40)] public string? Group { get; set; }
    /// <summary>Only what rests on evidence of this tier.</summary>
    public EvidenceTier? Tier { get; set; }
    /// <summary>Only what came late, for a month that was closed.</summary>
    public bool? Late { get; set; }
    /// <summary>Only what a single sum is made of: exactly this unit and these months.</summary>
    public bool? Exactly { get; set; }
    /// <summary>Only statements, or only single entries.</summary>
    public bool? Whole { get; set; }
    /// <summary>As the ledger stood at the end of this day: what was recorded later is left out, and what was taken back later still stands.</summary>
    public DateOnly? AsOf { get; set; }
    /// <summary>The sequence number the page begins after.</summary>
    [MaxLength(20)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>An entry as it is listed; the value in the indicator's smallest unit.</summary>
public sealed record EntryRow(
    long Sequence, Guid IndicatorId, Guid UnitId, int FromMonth, int ToMonth, DateOnly BusinessDate, DateTime RecordedAt, long Value, string Currency, bool Whole, Dimension Breakdown,
    string? Origin, string? Industry, string? Band, string? Other, Guid? ProjectId, long? Reverses, string? Reason, Guid EvidenceId, EvidenceKind Kind, string Evidence, string Source, bool TakenBack, EvidenceTier Tier)
{
    /// <summary>补报, or the correction of a closed month: its own day lies before the month it counts in.</summary>
    public bool IsLate => !Whole && Months.Of(BusinessDate) < FromMonth;
}

/// <summary>Lists entries of the ledger within the asker's scope, in the order they were made; the same for page and API.</summary>
public sealed class ListEntries(BridgeheadDb db, Figures figures, ScopedUnits scope)
{
    /// <summary>One page, and where the next begins. Refused for a unit or indicator that is not there, and for a month that is none.</summary>
    public async Task<(IReadOnlyList<EntryRow> Rows, string? Next)> Page(EntryQuery query, CancellationToken cancel = default)
    {
        var size = Listed.Size(query.Limit);
        var after = Listed.Number(query.After);
        var rows = await Rows((await Filtered(query, cancel)).Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(size + 1), query.AsOf).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], rows[size - 1].Sequence.ToString(CultureInfo.InvariantCulture)) : (rows, null);
    }

    /// <summary>One entry; null when it is not there or not in scope.</summary>
    public async Task<EntryRow?> Find(long sequence, CancellationToken cancel = default) => await Rows((await Visible(cancel)).Where(e => e.Sequence == sequence), null).FirstOrDefaultAsync(cancel);

    /// <summary>The entries of the units in scope.</summary>
    public async Task<IQueryable<LedgerEntry>> Visible(CancellationToken cancel = default)
    {
        var entries = db.Set<LedgerEntry>().AsNoTracking();
        if (await scope.IsEverything(cancel)) return entries;
        var units = await scope.Ids(cancel);
        return entries.Where(e => units.Contains(e.UnitId));
    }

    private async Task<IQueryable<LedgerEntry>> Filtered(EntryQuery query, CancellationToken cancel)
    {
        var span = Months.Read(query.From ?? "1990-01", query.To ?? "2100-12");
        var entries = await Visible(cancel);
        if (query.AsOf is { } day)
        {
            var until = SumsOf.EndOf(day);
            entries = entries.Where(e => e.RecordedAt < until);
        }
        if (query.Whole is { } whole) entries = entries.Where(e => e.Whole == whole);
        entries = query.Exactly == true
            ? entries.Where(e => e.FromMonth == span.From && e.ToMonth == span.To)
            : entries.Where(e => e.ToMonth >= span.From && e.FromMonth <= span.To);
        if (!string.IsNullOrWhiteSpace(query.Indicator))
        {
            var indicator = await figures.Named(query.Indicator, Months.LastDay(span.To), cancel);
            Refusal.When(indicator is null, $"没有指标“{query.Indicator}”，可在“指标”中新增", nameof(query.Indicator));
            entries = entries.Where(e => e.IndicatorId == indicator!.Id);
        }
        if (!string.IsNullOrWhiteSpace(query.Unit))
        {
            var unit = await scope.Named(query.Unit, cancel);
            Refusal.When(unit is null, $"没有单位“{query.Unit}”，或者不在您的数据范围内", nameof(query.Unit));
            var ids = query.Exactly == true ? [unit!.Id] : (await scope.Under(unit!, cancel)).Select(u => u.Id).ToList();
            entries = entries.Where(e => ids.Contains(e.UnitId));
        }
        if (query.Project is { } project)
        {
            var family = await MergedRecords.Family(db, project, cancel);
            entries = entries.Where(e => e.ProjectId != null && family.Contains(e.ProjectId.Value));
        }
        if (query.Evidence is { } evidence) entries = entries.Where(e => e.EvidenceId == evidence);
        if (query.Tier is { } tier) entries = Proved(entries, tier, query.AsOf);
        if (query.Late == true) entries = entries.Where(e => !e.Whole && e.BusinessDate.Year * 100 + e.BusinessDate.Month < e.FromMonth);
        return query.Side is { } side ? await OfGroup(entries, side, query, cancel) : entries;
    }

    private async Task<IQueryable<LedgerEntry>> OfGroup(IQueryable<LedgerEntry> entries, Dimension side, EntryQuery query, CancellationToken cancel)
    {
        var group = query.Group ?? "";
        if (side == Dimension.None) return entries.Where(e => e.Breakdown == Dimension.None);
        if (side == Dimension.Tier) return Enum.TryParse<EvidenceTier>(group, out var tier) ? Proved(entries.Where(e => e.Breakdown == Dimension.None), tier, query.AsOf) : entries.Where(e => false);
        entries = entries.Where(e => e.Breakdown == Dimension.None || e.Breakdown == side);
        if (!Groups.Sums.TryGetValue(group, out var members)) return Keyed(entries, side, [group]);
        // where a statement gives a sum of groups itself, the sum is made of that alone
        var given = query.Exactly == true
            ? await Keyed(entries, side, [group]).GroupBy(e => 1).Select(g => new { Value = g.Sum(e => e.Value), Entries = g.Sum(e => e.ReversesSequence == null ? 1 : -1) }).FirstOrDefaultAsync(cancel) : null;
        return Keyed(entries, side, given is not null && (given.Value != 0 || given.Entries != 0) ? [group] : [group, .. members]);
    }

    private static IQueryable<LedgerEntry> Keyed(IQueryable<LedgerEntry> entries, Dimension side, string[] keys) => side switch
    {
        Dimension.Origin => entries.Where(e => keys.Contains(e.Origin)),
        Dimension.Industry => entries.Where(e => keys.Contains(e.Industry)),
        Dimension.Band => entries.Where(e => keys.Contains(e.Band)),
        _ => entries.Where(e => keys.Contains(e.Other)),
    };

    /// <summary>What rests on evidence of a tier: as it is, or as it stood at the end of a day.</summary>
    private IQueryable<LedgerEntry> Proved(IQueryable<LedgerEntry> entries, EvidenceTier tier, DateOnly? asOf)
    {
        if (asOf is not { } day) return entries.Where(e => db.Set<Evidence>().Any(v => v.Id == e.EvidenceId && v.Tier == tier));
        var (until, kinds) = (SumsOf.EndOf(day), Enum.GetValues<EvidenceKind>().Where(k => Evidence.FirstTier(k) == tier).ToList());
        var steps = db.Set<TierStep>().Where(t => t.At < until);
        return entries.Where(e => steps.Any(t => t.EvidenceId == e.EvidenceId)
            ? steps.Where(t => t.EvidenceId == e.EvidenceId).OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Select(t => t.To).FirstOrDefault() == tier
            : db.Set<Evidence>().Any(v => v.Id == e.EvidenceId && kinds.Contains(v.Kind)));
    }

    private IQueryable<EntryRow> Rows(IQueryable<LedgerEntry> entries, DateOnly? asOf)
    {
        var until = asOf is { } day ? SumsOf.EndOf(day) : DateTime.MaxValue;
        var back = db.Set<LedgerEntry>().Where(r => r.ReversesSequence != null);
        if (asOf is not null) back = back.Where(r => r.RecordedAt < until);
        return entries.Join(db.Set<Evidence>(), e => e.EvidenceId, v => v.Id, (e, v) => new EntryRow(
            e.Sequence, e.IndicatorId, e.UnitId, e.FromMonth, e.ToMonth, e.BusinessDate, e.RecordedAt, e.Value, e.Currency, e.Whole, e.Breakdown, e.Origin, e.Industry, e.Band, e.Other,
            e.ProjectId, e.ReversesSequence, e.Reason, v.Id, v.Kind, v.Title, v.Source, back.Any(r => r.ReversesSequence == e.Sequence), v.Tier));
    }
}
