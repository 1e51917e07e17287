using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>Looks, under the lock of the write, whether somebody entered the same record since the ledger was judged: identities rise with time.</summary>
internal sealed class EnteredMeanwhile
{
    // clocks of several nodes differ by a little
    private readonly Guid since = Guid.CreateVersion7(DateTimeOffset.UtcNow.AddSeconds(-5));

    /// <summary>Refuses the whole import when a project was.</summary>
    public async Task Refuse(BridgeheadDb db, IReadOnlyCollection<Project> taken, IReadOnlyDictionary<string, (Guid Id, string Number, Guid Unit)> known, CancellationToken cancel)
    {
        var entered = await db.Set<Project>().AsNoTracking().Where(p => p.Id.CompareTo(since) > 0 && p.DeletedAt == null).Select(p => new { p.Number, p.Name, p.UnitId, p.NationalCode }).ToListAsync(cancel);
        if (entered.Count == 0) return;
        var (names, codes) = (taken.Select(p => (p.Name, p.UnitId)).ToHashSet(), taken.Select(p => p.NationalCode).OfType<ProjectCode>().ToHashSet());
        if (entered.Find(p => !known.ContainsKey(p.Number) && (names.Contains((p.Name, p.UnitId)) || (p.NationalCode is { } code && codes.Contains(code)))) is { } same)
            throw new Refusal($"检查之后有人登记了同一个项目“{same.Name}”（{same.Number}），请重新检查后再导入");
    }

    /// <summary>Refuses the whole import when an enterprise was.</summary>
    public async Task Refuse(BridgeheadDb db, IReadOnlyCollection<Enterprise> taken, CancellationToken cancel)
    {
        var entered = await db.Set<Enterprise>().AsNoTracking().Where(e => e.Id.CompareTo(since) > 0 && e.DeletedAt == null).Select(e => new { e.Name, e.CreditCode, e.Id }).ToListAsync(cancel);
        if (entered.Count == 0) return;
        var (names, codes) = (taken.Select(e => e.Name).ToHashSet(), taken.Select(e => e.CreditCode).OfType<CreditCode>().ToHashSet());
        if (entered.Find(e => names.Contains(e.Name) || (e.CreditCode is { } code && codes.Contains(code))) is { } same)
            throw new Refusal($"检查之后有人登记了同一家企业“{same.Name}”，请重新检查后再导入");
    }
}
