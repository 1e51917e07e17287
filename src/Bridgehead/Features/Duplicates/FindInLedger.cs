using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>A row of a ledger that may be a double.</summary>
/// <param name="Row">The record the row becomes.</param>
/// <param name="Other">The record it may be a double of: one that stands, or an earlier row.</param>
/// <param name="Suspicion">How strongly, and why.</param>
/// <param name="IsVisible">Whether the asker may see the other one.</param>
public sealed record LedgerDouble(RecordFacts Row, RecordFacts Other, Suspicion Suspicion, bool IsVisible)
{
    /// <summary>What is said of the row; of another unit's record nothing but what is in common.</summary>
    public FormattableString Sentence => IsVisible
        ? (FormattableString)$"与{Other.Name}疑似重复（{Suspicion.Level}级，{Suspicion.Why.Text()}），照常导入并列入查重"
        : $"另一单位登记有疑似重复的记录（{Suspicion.Why.Text()}），照常导入并由市局核对";
}

/// <summary>
/// Looks through the rows of a ledger for doubles of what stands and of each other, all at once. They are told in the dry run and queued with the writing; nothing is
/// refused for it, for a ledger with holes is worse than a pair to decide.
/// </summary>
public sealed class FindInLedger(ScanDuplicates scan, QueuePairs queue, ListProjects projects, ListEnterprises enterprises)
{
    /// <summary>The most pairs one ledger queues.</summary>
    public const int MostPairs = ScanDuplicates.MostPairs;

    private const int RowsAtOnce = 5_000;

    /// <summary>The rows that may be doubles, each with its strongest suspicion, in the order of the ledger.</summary>
    public async Task<IReadOnlyList<LedgerDouble>> Run(RecordKind kind, IReadOnlyList<RecordFacts> rows, CancellationToken cancel = default)
    {
        if (rows.Count == 0) return [];
        var known = await scan.Known(kind, cancel);
        // part by part on every core, each row with what stands and with the rows before it
        var found = new List<(RecordFacts Row, RecordFacts Other, Suspicion Suspicion)>();
        var every = new ParallelOptions { CancellationToken = cancel };
        foreach (var part in rows.Chunk(RowsAtOnce))
        {
            if (found.Count >= MostPairs) break;
            Parallel.ForEach(part, every, row => _ = (row.Names.Count, row.InvestorName));
            var (first, strongest) = (known.Count, new (RecordFacts Record, Suspicion Suspicion)?[part.Length]);
            foreach (var row in part) known.Add(row);
            Parallel.For(0, part.Length, every, i => strongest[i] = known.Strongest(part[i], first + i));
            for (var i = 0; i < part.Length && found.Count < MostPairs; i++)
                if (strongest[i] is var (other, suspicion)) found.Add((part[i], other, suspicion));
        }
        var own = rows.Select(r => r.Id).ToHashSet();
        var ids = found.Select(f => f.Other.Id).Where(id => !own.Contains(id)).Distinct().ToList();
        foreach (var part in ids.Chunk(500))
            own.UnionWith(kind == RecordKind.Project
                ? await (await projects.Visible(cancel)).Where(p => part.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel)
                : await enterprises.Visible().Where(e => part.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancel));
        return [.. found.Select(f => new LedgerDouble(f.Row, f.Other, f.Suspicion, own.Contains(f.Other.Id)))];
    }

    /// <summary>Queues them, with the writing of the rows.</summary>
    public Task<int> Queue(IEnumerable<LedgerDouble> found, CancellationToken cancel = default) =>
        queue.Add([.. found.Select(f => queue.Pair(f.Row, f.Other, f.Suspicion, FoundAt.Import))], cancel);
}
