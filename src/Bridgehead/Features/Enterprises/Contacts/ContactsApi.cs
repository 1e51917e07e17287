using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Enterprises;

/// <summary>A contact as the API shows it: masked.</summary>
public sealed record ContactView(Guid Id, string PersonName, string? Position, string? PersonPhone, string? PersonEmail, string Purpose, ContactBasis Basis, DateOnly GivenOn, DateOnly ExpiresOn, bool MayBeUsed, DateTime? ErasedAt, Guid UnitId, long Version)
{
    /// <summary>Shows a contact masked.</summary>
    public static ContactView Of(Contact c, DateOnly today) => new(
        c.Id, Masked.Name(c.PersonName), c.Position, Masked.Phone(c.PersonPhone), Masked.Email(c.PersonEmail), c.Purpose, c.Basis, c.GivenOn, c.ExpiresOn, c.MayBeUsed(today), c.ErasedAt, c.UnitId, c.Version);

    /// <summary>Shows a contact in full.</summary>
    public static ContactView InFull(Contact c, DateOnly today) => Of(c, today) with { PersonName = c.PersonName, PersonPhone = c.PersonPhone, PersonEmail = c.PersonEmail };
}

/// <summary>The request of a person to be erased.</summary>
public sealed record ErasureInput([property: MaxLength(200)] string? Reason = null);

/// <summary>REST: the contacts of enterprises.</summary>
internal static class ContactsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var contacts = api.MapGroup("/enterprises/{id:guid}/contacts").WithTags("enterprises");
        contacts.MapGet("", async (Guid id, ListEnterprises list, KeepContacts keep, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null) return ApiProblem.NotThere(http);
            return Results.Ok(new Listed<ContactView>([.. (await keep.Of(id, http.RequestAborted)).Select(r => ContactView.Of(r.Contact, keep.Today))], null));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("contacts.list").Says("列出企业联系人", "姓名、电话、邮箱一律遮盖").Produces<Listed<ContactView>>();
        contacts.MapPost("", async (Guid id, ContactInput input, ListEnterprises list, KeepContacts keep, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null) return (object)ApiProblem.NotThere(http);
            var contact = await keep.Add(id, input, http.RequestAborted);
            return Written.Created($"/api/enterprises/{id}/contacts/{contact.Id}", ContactView.Of(contact, keep.Today), contact.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("contacts.add").Says("登记联系人", "须写明目的和依据；不得登记身份证号").Produces<ContactView>(StatusCodes.Status201Created);
        // read, not kept with the answers to writes: what is opened stands nowhere but in this answer, and the trail says who opened it
        contacts.MapGet("/{contact:guid}/full", async (Guid id, Guid contact, [AsParameters] OpeningQuery query, ListEnterprises list, KeepContacts keep, UnitOfWork work, HttpContext http) =>
        {
            if (await Ours(id, contact, list, keep, http) is not { } one) return ApiProblem.NotThere(http);
            keep.Open(one, query.Purpose);
            await work.Commit("api.contacts.open", cancel: http.RequestAborted);
            return Results.Ok(ContactView.InFull(one, keep.Today));
        }).RequireAuthorization(Permission.OpenContacts).WithName("contacts.open").Says("查看一位联系人的全名和电话", "每次查看记入审计轨迹；期限已满的拒绝").Produces<ContactView>();
        contacts.MapPost("/{contact:guid}/renewal", async (Guid id, Guid contact, RenewalInput input, ListEnterprises list, KeepContacts keep, BridgeheadDb db, HttpContext http) =>
        {
            if (await Ours(id, contact, list, keep, http) is not { } one) return (object)ApiProblem.NotThere(http);
            db.ReadAt(one, VersionTag.Expected(http));
            await keep.Renew(one, input, http.RequestAborted);
            return Written.Changed(ContactView.Of(one, keep.Today), one.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("contacts.renew").WantsVersion().Says("登记联系人重新同意").Produces<ContactView>();
        contacts.MapPost("/{contact:guid}/erasure", async (Guid id, Guid contact, ErasureInput input, ListEnterprises list, KeepContacts keep, BridgeheadDb db, HttpContext http) =>
        {
            if (await Ours(id, contact, list, keep, http) is not { } one) return (object)ApiProblem.NotThere(http);
            db.ReadAt(one, VersionTag.Expected(http));
            await keep.Erase(one, input.Reason, http.RequestAborted);
            return Written.Changed(ContactView.Of(one, keep.Today), one.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("contacts.erase").WantsVersion().Says("按本人要求删除联系人", "不可恢复；只留下何时登记、何时删除").Produces<ContactView>();
    }

    private static async Task<Contact?> Ours(Guid id, Guid contact, ListEnterprises list, KeepContacts keep, HttpContext http) =>
        await EnterprisesApi.Find(id, list, http) is null || await keep.Ours(contact, http.RequestAborted) is not { } one || one.EnterpriseId != id ? null : one;

    /// <summary>Why a contact is opened.</summary>
    internal sealed class OpeningQuery
    {
        [Required, MaxLength(200)] public string? Purpose { get; set; }
    }
}
