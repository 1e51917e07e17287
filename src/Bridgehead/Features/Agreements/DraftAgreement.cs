using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>Drafts, changes, discards and signs agreements and supplementary agreements; the same for page and API.</summary>
public sealed class DraftAgreement(BridgeheadDb db, FindAgreements find, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Drafts the first version, with the usual promises of a branch where one is named.</summary>
    public async Task<Agreement> Open(Project project, AgreementFacts facts, Branch? template, CancellationToken cancel = default)
    {
        await find.RefuseOutside(project.Id, cancel);
        var agreement = new Agreement(project.Id, facts, Now);
        db.Add(agreement);
        if (template is { } branch)
        {
            var order = 0;
            foreach (var terms in PromiseTemplate.For(branch, project, project.SignedOn ?? Today)) db.Add(new Promise(agreement, terms, null, ++order));
            agreement.Touch(order, Now);
        }
        await db.SaveChangesAsync(cancel);
        return agreement;
    }

    /// <summary>Drafts the next version of a signed one, with all its promises. Refused where the next version has begun.</summary>
    public async Task<Agreement> Supplement(Agreement previous, string? number, CancellationToken cancel = default)
    {
        await find.RefuseOutside(previous.ProjectId, cancel);
        Refusal.When(await db.Set<Agreement>().AnyAsync(a => a.ChainId == previous.ChainId && a.Revision > previous.Revision, cancel), $"这一版之后已有新的版本，请从最新一版订立补充协议");
        var next = previous.Supplement(new AgreementFacts { Number = number, Government = previous.Government, Enterprise = previous.Enterprise }, Now);
        db.Add(next);
        var promises = await db.Set<Promise>().AsNoTracking().Where(p => p.AgreementId == previous.Id).OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(cancel);
        foreach (var promise in promises) db.Add(new Promise(next, promise.Terms, promise.LineId, promise.Order));
        next.Touch(promises.Count, Now);
        await db.SaveChangesAsync(cancel);
        return next;
    }

    /// <summary>States anew what is on the paper of a draft.</summary>
    public async Task Change(Agreement agreement, AgreementFacts facts, CancellationToken cancel = default)
    {
        await find.RefuseOutside(agreement.ProjectId, cancel);
        agreement.Change(facts, Now);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes a draft away for good, with its promises.</summary>
    public async Task Discard(Agreement agreement, CancellationToken cancel = default)
    {
        await find.RefuseOutside(agreement.ProjectId, cancel);
        agreement.RefuseSigned();
        db.RemoveRange(await find.Promises(agreement.Id, cancel));
        db.Remove(agreement);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Closes a draft: its promises come into force, those of the version before that are no longer in it go out of force. Of a framework agreement none does.</summary>
    public async Task Sign(Agreement agreement, DateOnly on, CancellationToken cancel = default)
    {
        await find.RefuseOutside(agreement.ProjectId, cancel);
        var chain = await db.Set<Agreement>().AsNoTracking().Where(a => a.ChainId == agreement.ChainId).OrderBy(a => a.Revision).ToListAsync(cancel);
        agreement.Sign(on, chain.FirstOrDefault(a => a.Id == agreement.PreviousId)?.SignedOn, Today, asker.Name);
        if (chain[0].Kind != AgreementKind.Framework) await PutInForce(agreement, on, [.. chain.Select(a => a.Id)], cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task PutInForce(Agreement agreement, DateOnly on, List<Guid> chain, CancellationToken cancel)
    {
        var promises = await db.Set<Promise>().AsNoTracking().Where(p => p.AgreementId == agreement.Id).ToListAsync(cancel);
        var standing = await db.Set<StandingPromise>().Where(s => chain.Contains(s.AgreementId)).ToListAsync(cancel);
        var lines = standing.Select(s => s.Id).ToList();
        var records = await db.Set<Fulfilment>().AsNoTracking().Where(f => lines.Contains(f.LineId)).ToListAsync(cancel);
        foreach (var promise in promises)
            if (standing.FirstOrDefault(s => s.Id == promise.LineId) is { } line)
            {
                line.Amend(promise);
                line.Reckon(records);
            }
            else db.Add(new StandingPromise(promise, on));
        foreach (var line in standing.Where(s => s.DroppedOn is null && promises.All(p => p.LineId != s.Id))) line.Drop(on);
    }
}
