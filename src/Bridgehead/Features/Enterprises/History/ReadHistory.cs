using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>
/// Everything the city did with an enterprise, the newest first, page by page: each kind is read from its own table up to the size of a page and the
/// pages are merged. Projects outside the asker's scope are not there, nor is anything about them.
/// </summary>
public sealed class ReadHistory(BridgeheadDb db, ProjectsOf projects)
{
    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<EnterpriseEvent> Events, string? Next)> Page(Guid enterprise, string? after, int size, CancellationToken cancel = default)
    {
        var from = Cursor(after);
        var carried = await (await projects.Of([enterprise], cancel)).Select(p => new { p.Id, p.Name, p.SignedOn, p.AmountFen }).ToListAsync(cancel);
        var names = carried.ToDictionary(p => p.Id, p => p.Name);
        var ids = names.Keys.ToList();
        var events = carried.Where(p => p.SignedOn is not null).Select(p => new EnterpriseEvent(p.SignedOn!.Value, EventKind.Signing, p.Id.ToString(), p.AmountFen == 0 ? $"签下协议" : (FormattableString)$"签订协议，协议投资额{new Money(p.AmountFen).Wan:#,0.##}万元", null, p.Id, p.Name)).ToList();
        events.AddRange(await Moves(ids, names, from, size, cancel));
        events.AddRange(await Entries(ids, names, from, size, cancel));
        events.AddRange(await Checks(enterprise, from, size, cancel));
        events.AddRange(await Contacts(enterprise, cancel));
        events.AddRange(await Changes(enterprise, from, size, cancel));
        var page = events.Where(e => from is null || Before(e, from.Value)).OrderByDescending(e => e.On).ThenByDescending(e => e.Kind).ThenByDescending(e => e.Key, StringComparer.Ordinal).Take(size + 1).ToList();
        if (page.Count <= size) return (page, null);
        var last = page[size - 1];
        return (page[..size], $"{last.On:yyyy-MM-dd}~{last.Kind}~{last.Key}");
    }

    private async Task<IEnumerable<EnterpriseEvent>> Moves(List<Guid> ids, Dictionary<Guid, string> names, (DateOnly On, EventKind Kind, string Key)? from, int size, CancellationToken cancel)
    {
        var moves = db.Set<ProjectStep>().AsNoTracking().Where(s => ids.Contains(s.ProjectId));
        if (Upto(from, EventKind.Move) is var (day, key)) moves = moves.Where(s => s.On < day || (s.On == day && (key == null || s.Id.CompareTo(key.Value) < 0)));
        else if (from is { } later) moves = moves.Where(s => s.On < later.On);
        return (await moves.OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(size + 1).ToListAsync(cancel))
            .Select(s => new EnterpriseEvent(s.On, EventKind.Move, s.Id.ToString(), s.Reason is null ? (FormattableString)$"{Stage.Of(s.From).Name} → {Stage.Of(s.To).Name}" : $"{Stage.Of(s.From).Name} → {Stage.Of(s.To).Name}，{s.Reason}", s.Who, s.ProjectId, names[s.ProjectId]));
    }

    private async Task<IEnumerable<EnterpriseEvent>> Entries(List<Guid> ids, Dictionary<Guid, string> names, (DateOnly On, EventKind Kind, string Key)? from, int size, CancellationToken cancel)
    {
        var entries = db.Set<LedgerEntry>().AsNoTracking().Where(e => e.ProjectId != null && ids.Contains(e.ProjectId.Value) && e.DerivedFrom == null);
        if (from is { Kind: EventKind.Entry } here)
        {
            var number = long.TryParse(here.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
            entries = entries.Where(e => e.BusinessDate < here.On || (e.BusinessDate == here.On && e.Sequence < number));
        }
        else if (from is { } later) entries = later.Kind > EventKind.Entry ? entries.Where(e => e.BusinessDate <= later.On) : entries.Where(e => e.BusinessDate < later.On);
        var rows = await entries.OrderByDescending(e => e.BusinessDate).ThenByDescending(e => e.Sequence).Take(size + 1)
            .Join(db.Set<Indicator>(), e => e.IndicatorId, i => i.Id, (e, i) => new { e.BusinessDate, e.Sequence, e.Value, e.ProjectId, e.ReversesSequence, i.Name, i.Measure }).ToListAsync(cancel);
        return rows.Select(r => new EnterpriseEvent(r.BusinessDate, EventKind.Entry, r.Sequence.ToString("D19", CultureInfo.InvariantCulture),
            r.ReversesSequence is null ? $"{r.Name} {Value(r.Measure, r.Value)}" : (FormattableString)$"冲销：{r.Name} {Value(r.Measure, r.Value)}", null, r.ProjectId, names[r.ProjectId!.Value]));
    }

    private async Task<IEnumerable<EnterpriseEvent>> Checks(Guid enterprise, (DateOnly On, EventKind Kind, string Key)? from, int size, CancellationToken cancel)
    {
        var items = await db.Set<CheckItem>().AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Name, cancel);
        var checks = db.Set<DiligenceCheck>().AsNoTracking().Where(c => c.EnterpriseId == enterprise);
        if (Upto(from, EventKind.Check) is var (day, key)) checks = checks.Where(c => c.On < day || (c.On == day && (key == null || c.Id.CompareTo(key.Value) < 0)));
        else if (from is { } later) checks = checks.Where(c => c.On < later.On);
        return (await checks.OrderByDescending(c => c.On).ThenByDescending(c => c.Id).Take(size + 1).ToListAsync(cancel))
            .Select(c => new EnterpriseEvent(c.On, EventKind.Check, c.Id.ToString(), $"{items.GetValueOrDefault(c.Item, c.Item)}：{c.Result}", c.Who, null, null));
    }

    private async Task<IEnumerable<EnterpriseEvent>> Contacts(Guid enterprise, CancellationToken cancel) =>
        (await db.Set<Contact>().AsNoTracking().Where(c => c.EnterpriseId == enterprise).ToListAsync(cancel)).SelectMany(c => new[]
        {
            new EnterpriseEvent(c.GivenOn, EventKind.Contact, c.Id.ToString(), c.ErasedAt is null ? $"登记联系人{Masked.Name(c.PersonName)}，{c.Purpose}" : (FormattableString)$"登记联系人，{c.Purpose}", null, null, null),
            c.ErasedAt is { } at ? new EnterpriseEvent(DateOnly.FromDateTime(at.AddHours(8)), EventKind.Contact, c.Id + "x", $"按要求删除联系人", null, null, null) : null,
        }).OfType<EnterpriseEvent>();

    private async Task<IEnumerable<EnterpriseEvent>> Changes(Guid enterprise, (DateOnly On, EventKind Kind, string Key)? from, int size, CancellationToken cancel)
    {
        var trail = db.Set<AuditEntry>().AsNoTracking().Where(e => e.SubjectId == enterprise && e.Result == AuditResult.Done && e.Changes != "[]");
        if (from is { } here)
        {
            var end = here.On.AddDays(here.Kind >= EventKind.Change ? 1 : 0).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-8);
            trail = trail.Where(e => e.At < end);
            if (here.Kind == EventKind.Change)
            {
                var (start, number) = (end.AddDays(-1), long.TryParse(here.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0);
                trail = trail.Where(e => e.At < start || e.Sequence < number);
            }
        }
        return (await trail.OrderByDescending(e => e.Sequence).Take(size + 1).ToListAsync(cancel)).Select(e => (Entry: e, Fields: Fields(e, enterprise))).Where(c => c.Fields.Length > 0)
            .Select(c => new EnterpriseEvent(DateOnly.FromDateTime(c.Entry.At.AddHours(8)), EventKind.Change, c.Entry.Sequence.ToString("D19", CultureInfo.InvariantCulture), $"{c.Fields}", c.Entry.UserName, null, null));
    }

    private static string Fields(AuditEntry entry, Guid enterprise) => string.Join('、', JsonSerializer.Deserialize<List<FieldChange>>(entry.Changes)!
        .Select(c => c.Kind switch
        {
            nameof(Enterprise) when c.Id == enterprise => EnterpriseFields.All.FirstOrDefault(f => f.Field == c.Field).Name,
            nameof(Shareholding) => "股东", nameof(EnterpriseClass) => "资质", nameof(OtherName) => "其他名称", _ => null,
        }).OfType<string>().Distinct().Take(6));

    private static string Value(Measure measure, long value) => measure switch
    {
        Measure.Count => value.ToString("#,0", CultureInfo.InvariantCulture),
        Measure.Usd => (value / 1_000_000m).ToString("#,0.##", CultureInfo.InvariantCulture) + "万美元",
        _ => (value / 1_000_000m).ToString("#,0.##", CultureInfo.InvariantCulture) + "万元",
    };

    private static bool Before(EnterpriseEvent e, (DateOnly On, EventKind Kind, string Key) from) =>
        e.On < from.On || (e.On == from.On && (e.Kind < from.Kind || (e.Kind == from.Kind && string.CompareOrdinal(e.Key, from.Key) < 0)));

    /// <summary>Up to where a kind with identities is read: strictly below its own key, up to the whole day when kinds before it were shown; null to leave the day out.</summary>
    private static (DateOnly Day, Guid? Key)? Upto((DateOnly On, EventKind Kind, string Key)? from, EventKind kind) => from is not { } here || here.Kind < kind ? null
        : here.Kind > kind ? (here.On, null) : (here.On, Guid.TryParse(here.Key, out var id) ? id : Guid.Empty);

    private static (DateOnly On, EventKind Kind, string Key)? Cursor(string? after)
    {
        if (string.IsNullOrEmpty(after)) return null;
        if (after.Split('~') is [var day, var kind, var key] && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on) && Enum.TryParse<EventKind>(kind, out var of) && Enum.IsDefined(of)) return (on, of, key);
        throw new Refusal($"游标“{after}”不是本清单给出的，请从第一页开始", nameof(after));
    }
}
