using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>How well a piece of evidence is found to prove what rests on it, as it is typed.</summary>
public sealed class TierInput
{
    /// <summary>To which tier.</summary>
    [Required(ErrorMessage = "请选择依据等级")] public EvidenceTier? To { get; set; }
    /// <summary>Where the second source comes from.</summary>
    [Required(ErrorMessage = "请选择来源")] public SecondSource? Source { get; set; }
    /// <summary>What it rests on.</summary>
    [Required(ErrorMessage = "请写明核对的依据，如文号、回执号、核查日期"), MaxLength(300, ErrorMessage = "依据最多300个字")] public string? Basis { get; set; }
    /// <summary>The version that was read.</summary>
    public long Version { get; set; }
}

/// <summary>
/// Moves evidence to another tier: a second source says the same (互核), an auditor has looked (审计). The figures stay what they are; only how well
/// they are proved changes, in the sums by tier, under the lock of the ledger. The same for page and API.
/// </summary>
public sealed class JudgeEvidence(BridgeheadDb db, ScopedUnits scope, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>The evidence, when its unit is in scope.</summary>
    public async Task<Evidence?> Find(Guid id, CancellationToken cancel = default) =>
        await db.Set<Evidence>().FirstOrDefaultAsync(e => e.Id == id, cancel) is { } evidence && await scope.Find(evidence.UnitId, cancel) is not null ? evidence : null;

    /// <summary>What was found before, the first step first.</summary>
    public async Task<IReadOnlyList<TierStep>> Steps(Guid evidence, CancellationToken cancel = default) =>
        await db.Set<TierStep>().AsNoTracking().Where(s => s.EvidenceId == evidence).OrderBy(s => s.Id).Take(100).ToListAsync(cancel);

    /// <summary>Moves it.</summary>
    public async Task Run(Evidence evidence, TierInput input, CancellationToken cancel = default)
    {
        var from = evidence.Tier;
        var step = evidence.MoveTo(input.To ?? from, input.Source ?? SecondSource.Other, input.Basis ?? "", asker.Role == Access.Role.Auditor || asker.IsOperator, (asker.UserId, asker.Name), clock.GetUtcNow().UtcDateTime);
        await Chain.Hold(db, Chain.Ledger, cancel);
        db.Add(step);
        (work.Subject, work.Reason) = (evidence.Id, step.Basis);
        await db.SaveChangesAsync(cancel);
        var sums = new KeptSums();
        await foreach (var entry in db.Set<LedgerEntry>().AsNoTracking().Where(e => e.EvidenceId == evidence.Id).AsAsyncEnumerable().WithCancellation(cancel)) sums.Move(entry, from, step.To);
        await sums.Store(db, cancel);
    }
}
