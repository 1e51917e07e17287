using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>What imported projects count for is entered in the ledger of figures, as declared by their unit.</summary>
public sealed class CountProjects(BridgeheadDb db, Figures figures, RecordEntries record, TimeProvider clock)
{
    private const int ProjectsAtOnce = 10_000;

    private readonly Dictionary<(string, DateOnly), Guid?> indicators = [];

    /// <summary>Enters it, for a batch.</summary>
    public async Task Run(ImportBatch batch, IReadOnlyList<Project> projects, CancellationToken cancel)
    {
        var counted = projects.Where(p => ProjectCount.Of(p).Count > 0).ToList();
        if (counted.Count == 0) return;
        var evidence = counted.Select(p => p.UnitId).Distinct().ToDictionary(u => u, u => new Evidence(
            EvidenceKind.Declaration, batch.File, $"sha256:{batch.Digest}", u, clock.GetUtcNow().UtcDateTime) { BatchId = batch.Id });
        await BulkInsert.Into(db, evidence.Values, cancel);
        await IndexesAside.During<LedgerEntry>(db, counted.Sum(p => ProjectCount.Of(p).Count), () => Enter(counted, evidence, cancel), cancel);
    }

    private async Task Enter(List<Project> counted, Dictionary<Guid, Evidence> evidence, CancellationToken cancel)
    {
        foreach (var part in counted.Chunk(ProjectsAtOnce))
        {
            var entries = new List<NewEntry>(part.Length * 2);
            foreach (var project in part)
                foreach (var count in ProjectCount.Of(project))
                    if (await Indicator(count, cancel) is { } indicator) entries.Add(count.Entry(project, evidence[project.UnitId].Id, indicator));
            await record.Run(entries, cancel);
        }
    }

    /// <summary>The indicator in force on the day; null when the city keeps no such indicator.</summary>
    private async ValueTask<Guid?> Indicator(ProjectCount count, CancellationToken cancel)
    {
        if (!indicators.TryGetValue((count.Indicator, count.On), out var id))
            indicators[(count.Indicator, count.On)] = id = (await figures.Named(count.Indicator, count.On, cancel))?.Id;
        return id;
    }
}
