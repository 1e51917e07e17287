using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Duplicates;

/// <summary>Looks through all projects and enterprises for doubles and queues what nobody has seen yet. The bulk method for imports and for what stood before.</summary>
public sealed class ScanDuplicates(BridgeheadDb db, QueuePairs queue, DuplicateRules rules)
{
    /// <summary>The most pairs one look queues: a register with more has another problem, and a person cannot decide more in a day.</summary>
    public const int MostPairs = 2_000;

    /// <summary>Looks through everything. Returns how many pairs are new in the queue.</summary>
    public async Task<int> Run(CancellationToken cancel = default)
    {
        var pairs = new List<DuplicatePair>();
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var known = new KnownRecords(rules);
            if (kind == RecordKind.Project) await KnowInvestors(known, cancel);
            await foreach (var facts in All(kind).WithCancellation(cancel))
            {
                if (pairs.Count < MostPairs && known.Strongest(facts) is var (record, suspicion)) pairs.Add(queue.Pair(facts, record, suspicion, FoundAt.Scan));
                known.Add(facts);
            }
        }
        return await queue.Add(pairs, cancel);
    }

    /// <summary>What is known of one kind, ready to be asked about many new ones.</summary>
    public async Task<KnownRecords> Known(RecordKind kind, CancellationToken cancel = default)
    {
        var known = new KnownRecords(rules);
        if (kind == RecordKind.Project) await KnowInvestors(known, cancel);
        await foreach (var facts in All(kind).WithCancellation(cancel)) known.Add(facts);
        return known;
    }

    private async Task KnowInvestors(KnownRecords known, CancellationToken cancel)
    {
        await foreach (var facts in All(RecordKind.Enterprise).WithCancellation(cancel)) known.AddInvestor(facts);
    }

    private IAsyncEnumerable<RecordFacts> All(RecordKind kind) => kind == RecordKind.Project
        ? db.Set<Project>().AsNoTracking().Where(p => p.DeletedAt == null).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Name, p.Number, p.Investor, p.InvestorId, p.NationalCode, p.Industry, p.AmountFen }).AsAsyncEnumerable()
            .Select(p => new RecordFacts(RecordKind.Project, p.Id, p.Name)
            { Number = p.Number, Investor = p.Investor, InvestorId = p.InvestorId, NationalCode = p.NationalCode == null ? null : p.NationalCode.Value.Value, Industry = p.Industry, AmountFen = p.AmountFen })
        : db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.Name, e.CreditCode, e.OtherNames, e.LegalRepresentative }).AsAsyncEnumerable()
            .Select(e => RecordFacts.Of(e.Name, new EnterpriseFacts { CreditCode = e.CreditCode, OtherNames = e.OtherNames, LegalRepresentative = e.LegalRepresentative }, e.Id));
}
