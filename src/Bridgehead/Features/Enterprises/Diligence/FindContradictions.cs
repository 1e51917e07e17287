using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Looks for contradictions in what is known of enterprises and keeps the list in line: new ones are added, those that are no longer so go, an answered one stands until it is about something else.</summary>
public sealed class FindContradictions(BridgeheadDb db, ReadOwnership read, ProjectsOf projects)
{
    private const int Batch = 500;

    /// <summary>Looks at one enterprise.</summary>
    public Task Run(Guid enterprise, CancellationToken cancel = default) => Run([enterprise], cancel);

    /// <summary>Looks at an enterprise and all it holds: a change above may contradict what is below.</summary>
    public async Task Below(Guid enterprise, CancellationToken cancel = default)
    {
        var below = (await read.Below([enterprise], cancel)).ControlledBy(ReadOwnership.KeyOf(enterprise));
        await Run([.. below.Select(k => Guid.ParseExact(k[2..], "N"))], cancel);
    }

    /// <summary>Looks at several enterprises; returns how many contradictions stand open among them.</summary>
    public async Task<int> Run(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        var open = 0;
        foreach (var part in ids.Distinct().Chunk(Batch))
        {
            var standing = (await db.Set<Contradiction>().Where(c => part.Contains(c.EnterpriseId)).ToListAsync(cancel)).ToLookup(c => c.EnterpriseId);
            foreach (var picture in await Pictures(part, cancel)) open += Bring(picture, standing[picture.Enterprise.Id]);
            await db.SaveChangesAsync(cancel);
        }
        return open;
    }

    /// <summary>Looks at the whole register, a part at a time.</summary>
    public async Task<int> All(CancellationToken cancel = default)
    {
        var (open, after) = (0, Guid.Empty);
        while (true)
        {
            var from = after;
            var ids = await db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null && e.Id.CompareTo(from) > 0).OrderBy(e => e.Id).Take(Batch).Select(e => e.Id).ToListAsync(cancel);
            if (ids.Count == 0) return open;
            open += await Run(ids, cancel);
            db.ChangeTracker.Clear();
            after = ids[^1];
        }
    }

    /// <summary>What the rules see of enterprises now.</summary>
    public async Task<IReadOnlyList<Picture>> Pictures(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        var day = read.Today;
        var enterprises = await db.Set<Enterprise>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync(cancel);
        var owners = await read.Above([.. ids], cancel);
        var paid = await db.Set<Shareholding>().AsNoTracking().Where(h => ids.Contains(h.EnterpriseId) && h.PaidMinor != null && (h.From == null || h.From <= day) && (h.To == null || h.To >= day))
            .GroupBy(h => h.EnterpriseId).Select(g => new { g.Key, Sum = g.Sum(h => h.PaidMinor!.Value) }).ToDictionaryAsync(g => g.Key, g => (long?)g.Sum, cancel);
        var kinds = await db.Set<ClassKind>().AsNoTracking().ToDictionaryAsync(k => k.Code, cancel);
        var classes = (await db.Set<EnterpriseClass>().AsNoTracking().Where(c => ids.Contains(c.EnterpriseId)).ToListAsync(cancel)).Where(c => kinds.ContainsKey(c.Kind)).ToLookup(c => c.EnterpriseId, c => (c, kinds[c.Kind]));
        var carried = await (await projects.OfCity(ids, cancel)).Select(p => new { p.Name, p.Industry, p.StageOrder, p.InvestorId, p.Investor, p.Company }).ToListAsync(cancel);
        var byInvestor = carried.ToLookup(p => p.InvestorId);
        var byName = carried.SelectMany(p => new[] { p.InvestorId is null ? p.Investor : null, p.Company }.OfType<string>().Distinct().Select(n => (Name: n, Project: p))).ToLookup(p => p.Name, p => p.Project);
        return [.. enterprises.Select(e => new Picture(e, owners[e.Id], paid.GetValueOrDefault(e.Id), [.. classes[e.Id]],
            [.. byInvestor[e.Id].Concat(byName[e.Name]).Distinct().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name, p.Industry, p.StageOrder < Stage.SideOrder))], day))];
    }

    private int Bring(Picture picture, IEnumerable<Contradiction> standing)
    {
        var (found, open) = (Contradictions.In(picture).ToDictionary(f => f.Rule, f => f.Details.Length <= 500 ? f.Details : f.Details[..500]), 0);
        foreach (var known in standing)
        {
            if (!found.Remove(known.Rule, out var details)) db.Remove(known);
            else
            {
                if (details != known.Details) known.Turned(details, picture.Today);
                if (known.IsOpen) open++;
            }
        }
        foreach (var (rule, details) in found) db.Add(new Contradiction(picture.Enterprise.Id, rule, details, picture.Today));
        return open + found.Count;
    }
}
