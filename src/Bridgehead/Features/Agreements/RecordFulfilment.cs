using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>Records that a promise was kept, takes a wrong record back, asks for a waiver and decides on it; the same for page and API.</summary>
public sealed class RecordFulfilment(BridgeheadDb db, FindAgreements find, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Records something.</summary>
    public async Task<Fulfilment> Run(StandingPromise promise, FulfilmentInput input, CancellationToken cancel = default)
    {
        await find.RefuseOutside(promise.ProjectId, cancel);
        var value = PromiseKind.Of(promise.Kind).Read(input.Reached, nameof(input.Reached));
        var record = new Fulfilment(promise, input.On ?? Today, value, input.Document, Today, asker.UserId, asker.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(record);
        await Reckon(promise, record, cancel);
        return record;
    }

    /// <summary>Takes a wrong record back.</summary>
    public async Task Withdraw(StandingPromise promise, Fulfilment record, string? reason, CancellationToken cancel = default)
    {
        await find.RefuseOutside(promise.ProjectId, cancel);
        record.Withdraw(reason, asker.Name);
        await Reckon(promise, record, cancel);
    }

    /// <summary>Asks that a promise need not be kept.</summary>
    public async Task AskWaiver(StandingPromise promise, string? reason, CancellationToken cancel = default)
    {
        await find.RefuseOutside(promise.ProjectId, cancel);
        promise.AskWaiver(reason, asker.UserId, asker.Name);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Decides on a waiver somebody else asked for.</summary>
    public async Task DecideWaiver(StandingPromise promise, bool grant, CancellationToken cancel = default)
    {
        await find.RefuseOutside(promise.ProjectId, cancel);
        promise.DecideWaiver(grant, Today, asker.UserId, asker.Name);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>One record, ready to be changed.</summary>
    public Task<Fulfilment?> Record(Guid id, CancellationToken cancel = default) => db.Set<Fulfilment>().FirstOrDefaultAsync(f => f.Id == id, cancel);

    // the promise is written with each record: two who record at once cannot both reckon from the same past
    private async Task Reckon(StandingPromise promise, Fulfilment changed, CancellationToken cancel)
    {
        var others = await db.Set<Fulfilment>().AsNoTracking().Where(f => f.LineId == promise.Id && f.Id != changed.Id).ToListAsync(cancel);
        promise.Reckon([.. others, changed]);
        db.Entry(promise).Property(p => p.LastOn).IsModified = true;
        await db.SaveChangesAsync(cancel);
    }
}
