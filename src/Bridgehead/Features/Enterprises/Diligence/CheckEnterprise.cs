using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>A point of the checklist with its newest result.</summary>
/// <param name="Item">The point.</param>
/// <param name="Newest">Its newest result; null when it was never checked.</param>
/// <param name="Result">The result as it counts today.</param>
public sealed record CheckRow(CheckItem Item, DiligenceCheck? Newest, DiligenceResult Result);

/// <summary>The due diligence of an enterprise: the checklist, its results, and the answers to contradictions; the same for page and API.</summary>
public sealed class CheckEnterprise(BridgeheadDb db, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>The checklist with what is known.</summary>
    public async Task<IReadOnlyList<CheckRow>> Of(Guid enterprise, CancellationToken cancel = default)
    {
        var items = await db.Set<CheckItem>().AsNoTracking().Where(i => i.IsUsed).OrderBy(i => i.Order).ThenBy(i => i.Code).ToListAsync(cancel);
        var newest = (await db.Set<DiligenceCheck>().AsNoTracking().Where(c => c.EnterpriseId == enterprise).ToListAsync(cancel)).GroupBy(c => c.Item).ToDictionary(g => g.Key, g => g.OrderBy(c => c.On).ThenBy(c => c.Id.ToString(), StringComparer.Ordinal).Last());
        return [.. items.Select(i => newest.GetValueOrDefault(i.Code) is { } check ? new CheckRow(i, check, check.ResultOn(Today)) : new CheckRow(i, null, DiligenceResult.NotChecked))];
    }

    /// <summary>Records a result.</summary>
    public async Task<DiligenceCheck> Record(Guid enterprise, CheckInput input, CancellationToken cancel = default)
    {
        var item = await db.Set<CheckItem>().AsNoTracking().FirstOrDefaultAsync(i => i.Code == input.Item && i.IsUsed, cancel) ?? throw new Refusal($"没有尽调项目“{input.Item}”，或者已停用", nameof(input.Item));
        Refusal.When(input.On > Today, $"核查日期{input.On}晚于今天，请核对", nameof(input.On));
        var check = new DiligenceCheck(enterprise, item, input.Result, input.Evidence, input.On ?? Today, asker.UserId, asker.Name);
        db.Add(check);
        work.Subject = enterprise;
        await db.SaveChangesAsync(cancel);
        return check;
    }

    /// <summary>Answers a contradiction.</summary>
    public async Task<Contradiction> Answer(Contradiction contradiction, string answer, CancellationToken cancel = default)
    {
        contradiction.Explain(answer, asker.Name, Today);
        (work.Subject, work.Reason) = (contradiction.EnterpriseId, answer);
        await db.SaveChangesAsync(cancel);
        return contradiction;
    }
}
