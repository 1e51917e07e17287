using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>Checks that what is kept of looks and dwell times is what the recorded reports, looks, steps and arrivals give, as far as they have been gathered.</summary>
internal static class VerifyCoverage
{
    private const int Sample = 400;

    /// <summary>What is wrong, in sentences: of the projects that were looked at here, up to <see cref="Sample"/> of them.</summary>
    public static async Task<IReadOnlyList<FormattableString>> Run(BridgeheadDb db, CancellationToken cancel)
    {
        var ids = await db.Set<MonthlyReport>().Where(r => r.FiledOn != null).Select(r => r.ProjectId).Union(db.Set<Look>().Select(l => l.ProjectId)).OrderBy(id => id).Take(Sample).ToListAsync(cancel);
        var kept = await db.Set<Coverage>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var wrong = new List<FormattableString>();
        foreach (var facts in await CoverageFacts.Of(db, ids, cancel))
        {
            var now = facts.Coverage();
            if (!kept.TryGetValue(now.Id, out var was)) wrong.Add($"项目{now.Id}没有全覆盖记录");
            else if (Enum.GetValues<Side>().Any(s => was.Of(s)?.On > now.Of(s)?.On || (was.Of(s) is not null && now.Of(s) is null) || (now.Of(s) is { By: LookedBy.Report or LookedBy.Look } own && (was.Of(s)?.On ?? DateOnly.MinValue) < own.On)))
                wrong.Add($"项目{now.Id}的全覆盖记录与月报、走访记录不符");
        }
        return wrong;
    }
}
