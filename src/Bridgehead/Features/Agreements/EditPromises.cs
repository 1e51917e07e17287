using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>Adds, changes and drops promises of a draft; the same for page and API. The draft is touched with each, so that nobody signs another content than was read.</summary>
public sealed class EditPromises(BridgeheadDb db, FindAgreements find, TimeProvider clock)
{
    /// <summary>The most promises an agreement holds.</summary>
    public const int Most = 60;

    /// <summary>Adds a promise.</summary>
    public async Task<Promise> Add(Agreement agreement, PromiseTerms terms, CancellationToken cancel = default)
    {
        await find.RefuseOutside(agreement.ProjectId, cancel);
        agreement.RefuseSigned();
        Refusal.When(agreement.Promises >= Most, $"一份协议最多{Most}条承诺");
        var last = await db.Set<Promise>().Where(p => p.AgreementId == agreement.Id).MaxAsync(p => (int?)p.Order, cancel) ?? 0;
        var promise = new Promise(agreement, terms, null, last + 1);
        db.Add(promise);
        await Touch(agreement, agreement.Promises + 1, cancel);
        return promise;
    }

    /// <summary>Changes a promise.</summary>
    public async Task Change(Agreement agreement, Promise promise, PromiseTerms terms, CancellationToken cancel = default)
    {
        await find.RefuseOutside(agreement.ProjectId, cancel);
        promise.Change(agreement, terms);
        await Touch(agreement, agreement.Promises, cancel);
    }

    /// <summary>Takes a promise out of a draft.</summary>
    public async Task Drop(Agreement agreement, Promise promise, CancellationToken cancel = default)
    {
        await find.RefuseOutside(agreement.ProjectId, cancel);
        agreement.RefuseSigned();
        db.Remove(promise);
        await Touch(agreement, agreement.Promises - 1, cancel);
    }

    private async Task Touch(Agreement agreement, int promises, CancellationToken cancel)
    {
        agreement.Touch(promises, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }
}
