using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Notes, changes and ends shares in enterprises; the same for page and API. Nobody owns itself, however long the chain.</summary>
public sealed class HoldShares(BridgeheadDb db, ReadOwnership read, FindContradictions contradictions, UnitOfWork work)
{
    private const long Lock = 0x5368_6172_6573;

    /// <summary>Notes a share.</summary>
    public async Task<Shareholding> Run(Guid enterprise, ShareholdingInput input, CancellationToken cancel = default)
    {
        await OneAtATime(cancel);
        var holding = new Shareholding(enterprise, await Facts(input, cancel));
        await RefuseWhatCannotBe(holding, cancel);
        db.Add(holding);
        return await Saved(holding, cancel);
    }

    /// <summary>States a share anew.</summary>
    public async Task<Shareholding> Change(Shareholding holding, ShareholdingInput input, CancellationToken cancel = default)
    {
        await OneAtATime(cancel);
        holding.Change(await Facts(input, cancel));
        await RefuseWhatCannotBe(holding, cancel);
        return await Saved(holding, cancel);
    }

    /// <summary>The share was given up.</summary>
    public async Task<Shareholding> End(Shareholding holding, DateOnly on, CancellationToken cancel = default)
    {
        holding.End(on);
        return await Saved(holding, cancel);
    }

    private async Task<Shareholding> Saved(Shareholding holding, CancellationToken cancel)
    {
        work.Subject = holding.EnterpriseId;
        await db.SaveChangesAsync(cancel);
        await contradictions.Below(holding.EnterpriseId, cancel);
        return holding;
    }

    /// <summary>The owner by credit code or full name, so that the chain can be followed through the register.</summary>
    private async Task<ShareholdingFacts> Facts(ShareholdingInput input, CancellationToken cancel)
    {
        var facts = input.Facts();
        if (facts.Kind == OwnerKind.Person) return facts;
        var register = db.Set<Enterprise>().AsNoTracking().Where(e => e.DeletedAt == null);
        var owner = CreditCode.TryRead(facts.Owner, out var code)
            ? await register.FirstOrDefaultAsync(e => e.CreditCode == code, cancel) ?? throw new Refusal($"企业库中没有统一社会信用代码为{code}的企业，请先登记或改填名称", nameof(Shareholding.Owner))
            : await register.Where(e => e.Name == facts.Owner.Trim()).OrderBy(e => e.Id).FirstOrDefaultAsync(cancel);
        return owner is null ? facts : facts with { OwnerId = owner.Id, Owner = owner.Name };
    }

    private async Task RefuseWhatCannotBe(Shareholding holding, CancellationToken cancel)
    {
        var day = read.Today;
        if (!holding.HeldOn(day)) return;
        var others = await db.Set<Shareholding>().AsNoTracking().Where(h => h.EnterpriseId == holding.EnterpriseId && h.Id != holding.Id && (h.From == null || h.From <= day) && (h.To == null || h.To >= day)).ToListAsync(cancel);
        var free = Shareholding.Whole - others.Sum(h => h.Share);
        Refusal.When(holding.Share > free, $"股东持股合计超过100%，还可登记{free / 1_000_000m:0.######}%，请核对其他股东的比例", nameof(Shareholding.Percent));
        Refusal.When(holding.IsControlling && others.Exists(h => h.IsControlling), $"已登记“{others.Find(h => h.IsControlling)?.Owner}”为实际控制股东，一家企业只有一个，请先更正", nameof(Shareholding.IsControlling));
        Refusal.When(others.Exists(h => ReadOwnership.OwnerKey(h) == ReadOwnership.OwnerKey(holding)), $"“{holding.Owner}”已是该企业股东，请在原记录上修改比例", nameof(Shareholding.Owner));
        if (holding.OwnerId is not { } owner) return;
        // the enterprise may not own, however far up, whoever is to own it
        var above = await read.Around(owner, group: false, cancel);
        if (above.Graph.Way(ReadOwnership.KeyOf(holding.EnterpriseId), above.Key) is { } way)
            throw new Refusal($"登记后会形成循环持股：{string.Join(" → ", way.Select(k => above.Nodes[k].Name))} → {above.Nodes[way[0]].Name}，请核对股东", nameof(Shareholding.Owner));
    }

    /// <summary>Two shares noted at the same moment could close a circle neither sees: they are noted one after the other.</summary>
    private async Task OneAtATime(CancellationToken cancel)
    {
        await db.BeginWrite(cancel);
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancel);
    }
}
