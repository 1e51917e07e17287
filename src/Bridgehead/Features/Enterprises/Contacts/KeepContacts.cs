using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>A contact as everybody who may read enterprises sees it: masked, with the unit that keeps it.</summary>
/// <param name="Contact">The record; its personal fields are not to be shown.</param>
/// <param name="Unit">The name of the unit that keeps it.</param>
/// <param name="IsOurs">Whether that unit is in the asker's scope, who may then open it.</param>
public sealed record ContactRow(Contact Contact, string Unit, bool IsOurs);

/// <summary>Keeps contacts: noted for a purpose, shown masked, opened one at a time on the record, erased on request; the same for page and API.</summary>
public sealed class KeepContacts(BridgeheadDb db, ScopedUnits scope, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>The contacts of an enterprise, those that may be used first.</summary>
    public async Task<IReadOnlyList<ContactRow>> Of(Guid enterprise, CancellationToken cancel = default)
    {
        var ours = (await scope.Ids(cancel)).ToHashSet();
        var rows = await db.Set<Contact>().AsNoTracking().Where(c => c.EnterpriseId == enterprise)
            .Join(db.Set<Organisations.Unit>(), c => c.UnitId, u => u.Id, (c, u) => new { Contact = c, u.Name, u.ShortName }).ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.Contact.MayBeUsed(Today)).ThenByDescending(r => r.Contact.GivenOn).ThenBy(r => r.Contact.Id).Select(r => new ContactRow(r.Contact, string.IsNullOrEmpty(r.ShortName) ? r.Name : r.ShortName, ours.Contains(r.Contact.UnitId)))];
    }

    /// <summary>One to be changed; null when it is not there or another unit's.</summary>
    public async Task<Contact?> Ours(Guid id, CancellationToken cancel = default)
    {
        var ours = await scope.Ids(cancel);
        return await db.Set<Contact>().FirstOrDefaultAsync(c => c.Id == id && ours.Contains(c.UnitId), cancel);
    }

    /// <summary>Notes one; the asker's unit keeps it.</summary>
    public async Task<Contact> Add(Guid enterprise, ContactInput input, CancellationToken cancel = default)
    {
        var unit = asker.IsOperator ? (await scope.All(cancel))[0].Id : asker.UnitId;
        var contact = new Contact(enterprise, unit, input.Facts(Today), Today);
        db.Add(contact);
        return await Saved(contact, cancel);
    }

    /// <summary>The person agreed anew.</summary>
    public async Task<Contact> Renew(Contact contact, RenewalInput input, CancellationToken cancel = default)
    {
        contact.Change(new ContactFacts(contact.PersonName, contact.Position, contact.PersonPhone, contact.PersonEmail, contact.Purpose, contact.Basis, input.GivenOn ?? Today, input.ExpiresOn), Today);
        return await Saved(contact, cancel);
    }

    /// <summary>Opens one for a purpose; the door writes it into the trail. Refused when the time it may be used is over.</summary>
    public Contact Open(Contact contact, string? purpose)
    {
        Refusal.When(contact.ErasedAt is not null, $"该联系人已按要求删除，没有可以查看的内容");
        Refusal.Unless(contact.MayBeUsed(Today), $"使用期限已于{contact.ExpiresOn}届满，请先重新取得同意并登记，或删除该联系人（个人信息保护法第四十七条）");
        Refusal.When(string.IsNullOrWhiteSpace(purpose), $"请写明查看事由，查看会记入审计轨迹", "purpose");
        (work.Subject, work.Reason) = (contact.EnterpriseId, purpose);
        db.Note(new FieldChange(nameof(Contact), contact.Id, "Opened", null, contact.Id.ToString()));
        return contact;
    }

    /// <summary>Erases the person.</summary>
    public async Task<Contact> Erase(Contact contact, string? reason, CancellationToken cancel = default)
    {
        contact.Erase(clock.GetUtcNow().UtcDateTime);
        work.Reason = reason;
        return await Saved(contact, cancel);
    }

    private async Task<Contact> Saved(Contact contact, CancellationToken cancel)
    {
        work.Subject = contact.EnterpriseId;
        await db.SaveChangesAsync(cancel);
        return contact;
    }
}
