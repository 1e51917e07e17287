using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>
/// Brings the ledger of figures in line with a project, in the transaction of the change: what it counts for now is entered as declared by its unit,
/// what it no longer counts for is taken back by opposite entries. Nothing happens when they agree.
/// </summary>
public sealed class CountProject(BridgeheadDb db, Figures figures, RecordEntries record, TimeProvider clock)
{
    /// <summary>Brings them in line.</summary>
    /// <param name="project">The project as it stands now, saved.</param>
    /// <param name="reason">Why entries are taken back, shown wherever they are.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task Run(Project project, string reason, CancellationToken cancel = default)
    {
        var wanted = new List<NewEntry>();
        foreach (var count in project.DeletedAt is null ? ProjectCount.Of(project) : [])
            if (await figures.Named(count.Indicator, count.On, cancel) is { } indicator) wanted.Add(count.Entry(project, Guid.Empty, indicator.Id));
        var standing = await Standing(project.Id, cancel);
        // an entry that came late stands under the version of its month: what counts is the indicator, not its version
        var codes = await db.Set<Indicator>().AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Code, cancel);
        if (standing.Select(e => Essence(e, codes)).Order().SequenceEqual(wanted.Select(e => Essence(e, codes)).Order())) return;
        if (standing.Count > 0) await record.Reverse(standing, reason, cancel);
        if (wanted.Count == 0) return;
        var evidence = new Evidence(EvidenceKind.Declaration, $"项目申报：{project.Name}", project.Number, project.UnitId, clock.GetUtcNow().UtcDateTime);
        db.Add(evidence);
        await db.SaveChangesAsync(cancel);
        await record.Run([.. wanted.Select(entry => entry with { EvidenceId = evidence.Id, BatchId = null })], cancel);
    }

    /// <summary>The entries declared for the project that have not been taken back.</summary>
    private async Task<List<LedgerEntry>> Standing(Guid project, CancellationToken cancel) => await db.Set<LedgerEntry>().AsNoTracking()
        .Where(e => e.ProjectId == project && e.DerivedFrom == null && e.ReversesSequence == null && !db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence))
        .Where(e => db.Set<Evidence>().Any(v => v.Id == e.EvidenceId && v.Kind == EvidenceKind.Declaration))
        .OrderBy(e => e.Sequence).ToListAsync(cancel);

    private static (string, Guid, DateOnly, long, string?, string?, string?) Essence(LedgerEntry e, Dictionary<Guid, string> codes) => (codes[e.IndicatorId], e.UnitId, e.BusinessDate, e.Value, e.Origin, e.Industry, e.Band);

    private static (string, Guid, DateOnly, long, string?, string?, string?) Essence(NewEntry e, Dictionary<Guid, string> codes) => (codes[e.IndicatorId], e.UnitId, e.BusinessDate, e.Value, e.Origin, e.Industry, e.Band);
}
