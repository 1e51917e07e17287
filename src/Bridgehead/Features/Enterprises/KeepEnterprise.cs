using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Registers and changes enterprises; the same for page and API. What changed is noted with its source, the other names follow, contradictions are looked for.</summary>
public sealed class KeepEnterprise(BridgeheadDb db, FieldSources sources, FindContradictions contradictions, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Registers one. Refused when the credit code is taken.</summary>
    public async Task<Enterprise> Register(EnterpriseInput input, CancellationToken cancel = default)
    {
        var enterprise = new Enterprise(input.Name, input.Facts(null));
        await RefuseTwice(enterprise, cancel);
        db.Add(enterprise);
        return await Saved(enterprise, [.. EnterpriseFields.Contents(enterprise).Where(f => f.Value is not null).Select(f => f.Key)], input, cancel);
    }

    /// <summary>States everything anew.</summary>
    public async Task<Enterprise> Change(Enterprise enterprise, EnterpriseInput input, CancellationToken cancel = default)
    {
        var before = EnterpriseFields.Contents(enterprise);
        enterprise.Change(input.Name, input.Facts(enterprise));
        await RefuseTwice(enterprise, cancel);
        var after = EnterpriseFields.Contents(enterprise);
        if (before["Name"] is { } former && former != enterprise.Name && !await db.Set<OtherName>().AnyAsync(n => n.EnterpriseId == enterprise.Id && n.Name == former, cancel))
            input.OtherNames = string.Join('\n', new[] { input.OtherNames, former }.Where(n => !string.IsNullOrWhiteSpace(n)));
        return await Saved(enterprise, [.. after.Where(f => f.Value != before[f.Key]).Select(f => f.Key)], input, cancel, before["Name"]);
    }

    private async Task<Enterprise> Saved(Enterprise enterprise, List<string> changed, EnterpriseInput input, CancellationToken cancel, string? former = null)
    {
        work.Subject = enterprise.Id;
        var now = clock.GetUtcNow().UtcDateTime;
        var (kind, name) = string.IsNullOrWhiteSpace(input.Source) ? (SourceKind.Typed, asker.Name) : (SourceKind.Shared, input.Source.Trim());
        await NameAfter(enterprise, input.OtherNames, former, cancel);
        await db.SaveChangesAsync(cancel);
        await sources.Note(enterprise.Id, changed, kind, name, now, cancel);
        await db.SaveChangesAsync(cancel);
        await contradictions.Run(enterprise.Id, cancel);
        return enterprise;
    }

    /// <summary>The other names as the lines say: what is new is added, what is missing is removed; the registered name before stays as a former one.</summary>
    private async Task NameAfter(Enterprise enterprise, string? lines, string? former, CancellationToken cancel)
    {
        var wanted = (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => n != enterprise.Name).Distinct().ToList();
        Refusal.When(wanted.Exists(n => n.Length > 120), $"请填写名称，最多120个字", nameof(Enterprise.OtherNames));
        var known = await db.Set<OtherName>().Where(n => n.EnterpriseId == enterprise.Id).ToListAsync(cancel);
        db.RemoveRange(known.Where(n => !wanted.Contains(n.Name)));
        db.AddRange(wanted.Except(known.Select(n => n.Name)).Select(n => new OtherName(enterprise.Id, n, n == former ? OtherNameKind.Former : OtherNameKind.Other)));
        enterprise.Goes(wanted);
    }

    private async Task RefuseTwice(Enterprise enterprise, CancellationToken cancel)
    {
        if (enterprise.CreditCode is not { } code) return;
        var same = await db.Set<Enterprise>().AsNoTracking().Where(e => e.CreditCode == code && e.Id != enterprise.Id && e.DeletedAt == null).Select(e => e.Name).FirstOrDefaultAsync(cancel);
        Refusal.When(same is not null, $"统一社会信用代码{code}已登记给“{same}”，请在该企业上修改", nameof(Enterprise.CreditCode));
    }
}
