using System.Globalization;
using Bridgehead.Features.Agreements;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>What of many projects needs somebody's attention: those that are not well, promises missed by either side, problems nobody has solved.</summary>
public sealed class NeedsAttention(BridgeheadDb db, Words words)
{
    /// <summary>A line for each kind that there is; one that says so where there is nothing.</summary>
    internal async Task<List<string>> Of(IQueryable<Project> projects, DateOnly today, CancellationToken cancel)
    {
        var ill = await projects.Where(p => p.Health != Health.Normal && p.StageOrder < Stage.SideOrder).GroupBy(p => p.Health).Select(g => new { g.Key, Count = g.LongCount() }).OrderBy(g => g.Key).ToListAsync(cancel);
        var own = projects.Select(p => p.Id);
        var missed = await db.Set<StandingPromise>().Where(s => own.Contains(s.ProjectId) && s.DroppedOn == null && s.MetOn == null && s.WaivedOn == null && s.DueOn < today)
            .GroupBy(s => s.Party).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var problems = await db.Set<ReportedProblem>().AsNoTracking().Where(p => p.ClosedOn == null && own.Contains(p.ProjectId)).GroupBy(p => p.Kind).Select(g => new { g.Key, Count = g.LongCount() }).OrderBy(g => g.Key).ToListAsync(cancel);
        var lines = new List<string>();
        if (ill.Count > 0) lines.Add(words.Say($"推进不正常的项目{ill.Sum(i => i.Count)}个：{Each(ill.Select(i => (words.Of(i.Key), i.Count)))}"));
        if (missed.Count > 0) lines.Add(words.Say($"逾期未兑现的承诺：政府{missed.GetValueOrDefault(PromiseParty.Government)}条，企业{missed.GetValueOrDefault(PromiseParty.Enterprise)}条"));
        if (problems.Count > 0) lines.Add(words.Say($"未解决的问题{problems.Sum(p => p.Count)}个：{Each(problems.Select(p => (words.Of(p.Key), p.Count)))}"));
        return lines.Count > 0 ? lines : [words["没有需要关注的事项"]];
    }

    private string Each(IEnumerable<(string Name, long Count)> parts) => words.List(parts.Select(p => p.Name + p.Count.ToString(" #,0", CultureInfo.InvariantCulture)));
}
