using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Notes and ends the classes of enterprises; the same for page and API.</summary>
public sealed class ClassEnterprise(BridgeheadDb db, FindContradictions contradictions, UnitOfWork work)
{
    /// <summary>Notes a class. Refused when it stands for that year already.</summary>
    public async Task<EnterpriseClass> Run(Guid enterprise, ClassInput input, CancellationToken cancel = default)
    {
        var kind = await db.Set<ClassKind>().AsNoTracking().FirstOrDefaultAsync(k => k.Code == input.Class, cancel) ?? throw new Refusal($"没有资质“{input.Class}”", nameof(ClassInput.Class));
        Refusal.When(await db.Set<EnterpriseClass>().AnyAsync(c => c.EnterpriseId == enterprise && c.Kind == kind.Code && c.ListYear == input.ListYear, cancel),
            $"{input.ListYear}年度的“{kind.Name}”已经登记，请勿重复", nameof(ClassInput.ListYear));
        var held = new EnterpriseClass(enterprise, kind, input.ListYear, input.ValidFrom ?? new DateOnly(input.ListYear, 1, 1), input.ValidTo);
        held.Written(input.Rank, input.IssuedBy, input.Document);
        db.Add(held);
        return await Saved(held, cancel);
    }

    /// <summary>It was taken away or ended.</summary>
    public async Task<EnterpriseClass> End(EnterpriseClass held, DateOnly on, CancellationToken cancel = default)
    {
        held.End(on);
        return await Saved(held, cancel);
    }

    private async Task<EnterpriseClass> Saved(EnterpriseClass held, CancellationToken cancel)
    {
        work.Subject = held.EnterpriseId;
        await db.SaveChangesAsync(cancel);
        await contradictions.Run(held.EnterpriseId, cancel);
        return held;
    }
}
