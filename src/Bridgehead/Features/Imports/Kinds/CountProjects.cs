using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>What imported projects count for is entered in the ledger of figures, as declared by their unit.</summary>
public sealed class CountProjects(BridgeheadDb db, RecordEntries record, TimeProvider clock)
{
    /// <summary>Enters it, for a batch.</summary>
    public async Task Run(ImportBatch batch, IReadOnlyList<Project> projects, CancellationToken cancel)
    {
        var (units, many) = (new HashSet<Guid>(), 0);
        foreach (var project in projects)
            if (ProjectCount.Of(project).Count is > 0 and var counts)
            {
                units.Add(project.UnitId);
                many += counts;
            }
        if (many == 0) return;
        var evidence = units.ToDictionary(u => u, u => new Evidence(
            EvidenceKind.Declaration, batch.File, $"sha256:{batch.Digest}", u, clock.GetUtcNow().UtcDateTime) { BatchId = batch.Id });
        await BulkInsert.Into(db, evidence.Values, cancel);
        var indicators = await Definitions.Of(db, cancel);
        await IndexesAside.During<LedgerEntry>(db, many, () => record.Run([.. evidence.Values.Select(e => e.Id)], Entries(projects, evidence, indicators), cancel), cancel);
    }

    /// <summary>One for each line a project counts for, where the city keeps such an indicator on that day.</summary>
    private static IEnumerable<NewEntry> Entries(IReadOnlyList<Project> projects, Dictionary<Guid, Evidence> evidence, Definitions indicators)
    {
        var known = new Dictionary<(string, DateOnly), Guid?>();
        foreach (var project in projects)
            foreach (var count in ProjectCount.Of(project))
            {
                if (!known.TryGetValue((count.Indicator, count.On), out var id)) known[(count.Indicator, count.On)] = id = indicators.On(count.Indicator, count.On)?.Id;
                if (id is { } indicator) yield return count.Entry(project, evidence[project.UnitId].Id, indicator);
            }
    }
}
