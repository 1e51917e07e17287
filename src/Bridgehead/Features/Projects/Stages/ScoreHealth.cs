using System.Globalization;
using System.Linq.Expressions;
using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>
/// Keeps the health of projects and what has arrived for them: of one whenever it changes or money is entered for it or taken back, of all once a day. It is stored so that a list filtered by it comes from an index; it is
/// derived, so that it neither counts as somebody's change nor stands in anybody's way.
/// </summary>
public sealed class ScoreHealth(BridgeheadDb db, TimeProvider clock) : IFollowLedger
{
    private const string Series = "health-day";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Scores one project as it stands in memory; to be saved with it.</summary>
    public async Task Of(Project project, CancellationToken cancel = default)
    {
        var arrived = await Arrivals(cancel);
        var entries = db.Set<LedgerEntry>().Where(e => e.ProjectId == project.Id && arrived.Contains(e.IndicatorId));
        var (sum, last) = (await entries.SumAsync(e => e.Value, cancel), await entries.Where(e => e.Value > 0).MaxAsync(e => (DateOnly?)e.BusinessDate, cancel));
        project.Score(project.Health, last, sum);
        project.Score(HealthRules.Of(project, Today), last, sum);
    }

    /// <summary>Scores all projects, once a day however many nodes ask. Returns how many changed; null when it was done today already.</summary>
    public async Task<int?> Daily(CancellationToken cancel = default)
    {
        long today = Today.DayNumber;
        if (await db.Set<NumberSeries>().AnyAsync(s => s.Name == Series && s.Last >= today, cancel)) return null;
        await db.BeginWrite(cancel);
        var mine = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "NumberSeries" ("Name", "Last") VALUES ({Series}, {today})
            ON CONFLICT ("Name") DO UPDATE SET "Last" = excluded."Last" WHERE "NumberSeries"."Last" < excluded."Last"
            """, cancel);
        return mine == 0 ? null : await All(cancel);
    }

    /// <summary>Scores all projects now.</summary>
    public async Task<int> All(CancellationToken cancel = default)
    {
        await db.BeginWrite(cancel);
        var live = db.Set<Project>().Where(p => p.DeletedAt == null);
        await Sum(live.Where(p => p.StageOrder >= 4 && p.StageOrder < Stage.SideOrder), await Arrivals(cancel), cancel);
        var changed = await Judge(live, cancel);
        db.Note(new FieldChange(nameof(Project), Guid.Empty, "Scored", null, changed.ToString(CultureInfo.InvariantCulture)));
        return changed;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyCollection<Guid>> Indicators(CancellationToken cancel) => await Arrivals(cancel);

    /// <inheritdoc />
    public async Task Entered(IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancel)
    {
        var arrived = await Arrivals(cancel);
        foreach (var part in entries.Where(e => e.ProjectId is not null).Select(e => e.ProjectId!.Value).Distinct().Order().Chunk(500))
        {
            var these = db.Set<Project>().Where(p => part.Contains(p.Id));
            await Sum(these, arrived, cancel);
            await Judge(these.Where(p => p.DeletedAt == null), cancel);
        }
    }

    private Task<int> Sum(IQueryable<Project> projects, List<Guid> arrived, CancellationToken cancel) => projects.ExecuteUpdateAsync(
        set => set.SetProperty(p => p.ArrivedFen, p => db.Set<LedgerEntry>().Where(e => e.ProjectId == p.Id && arrived.Contains(e.IndicatorId)).Sum(e => e.Value))
            .SetProperty(p => p.ArrivedOn, p => db.Set<LedgerEntry>().Where(e => e.ProjectId == p.Id && arrived.Contains(e.IndicatorId) && e.Value > 0).Max(e => (DateOnly?)e.BusinessDate)),
        cancel);

    private async Task<int> Judge(IQueryable<Project> projects, CancellationToken cancel)
    {
        var (changed, better) = (0, projects);
        foreach (var (health, holds) in HealthRules.On(Today))
        {
            changed += await better.Where(holds).Where(p => p.Health != health).ExecuteUpdateAsync(set => set.SetProperty(p => p.Health, health), cancel);
            better = better.Where(Not(holds));
        }
        return changed + await better.Where(p => p.Health != Health.Normal).ExecuteUpdateAsync(set => set.SetProperty(p => p.Health, Health.Normal), cancel);
    }

    private async Task<List<Guid>> Arrivals(CancellationToken cancel) =>
        await db.Set<Indicator>().Where(i => i.Code == DefaultIndicators.ArrivedFunds).Select(i => i.Id).ToListAsync(cancel);

    private static Expression<Func<Project, bool>> Not(Expression<Func<Project, bool>> holds) => Expression.Lambda<Func<Project, bool>>(Expression.Not(holds.Body), holds.Parameters);
}
