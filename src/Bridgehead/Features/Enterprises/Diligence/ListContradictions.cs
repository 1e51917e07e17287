using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>A contradiction with the enterprise it is of.</summary>
public sealed record ContradictionRow(Guid Id, Guid EnterpriseId, string Enterprise, ContradictionRule Rule, string Details, DateOnly FoundOn, string? Answer, string? AnsweredBy, DateOnly? AnsweredOn, bool IsOpen, long Version);

/// <summary>Lists the contradictions of the whole register, the newest first, page by page.</summary>
public sealed class ListContradictions(BridgeheadDb db, ListEnterprises list)
{
    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<ContradictionRow> Rows, string? Next)> Page(ContradictionRule? rule, bool answered, string? after, int size, CancellationToken cancel = default)
    {
        var found = db.Set<Contradiction>().AsNoTracking().Where(c => c.IsOpen == !answered);
        if (rule is { } one) found = found.Where(c => c.Rule == one);
        if (after?.Split('~') is [var text, var identity])
        {
            Refusal.Unless(DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day), $"游标“{after}”不是本清单给出的，请从第一页开始", nameof(after));
            var id = Listed.Identity(identity) ?? Guid.Empty;
            found = found.Where(c => c.FoundOn < day || (c.FoundOn == day && c.Id.CompareTo(id) < 0));
        }
        var rows = await found.Join(list.Visible(), c => c.EnterpriseId, e => e.Id, (c, e) => new { C = c, e.Name }).OrderByDescending(r => r.C.FoundOn).ThenByDescending(r => r.C.Id).Take(size + 1)
            .Select(r => new ContradictionRow(r.C.Id, r.C.EnterpriseId, r.Name, r.C.Rule, r.C.Details, r.C.FoundOn, r.C.Answer, r.C.AnsweredBy, r.C.AnsweredOn, r.C.IsOpen, r.C.Version)).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], $"{rows[size - 1].FoundOn:yyyy-MM-dd}~{rows[size - 1].Id}") : (rows, null);
    }

    /// <summary>How many stand open by rule.</summary>
    public async Task<IReadOnlyDictionary<ContradictionRule, int>> Open(CancellationToken cancel = default) => await db.Set<Contradiction>().AsNoTracking().Where(c => c.IsOpen)
        .Join(list.Visible(), c => c.EnterpriseId, e => e.Id, (c, e) => c.Rule).GroupBy(r => r).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
}
