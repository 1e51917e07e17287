using System.Text.RegularExpressions;

namespace Bridgehead.Features.Enterprises;

/// <summary>On what a contact's data may be kept (个人信息保护法第十三条).</summary>
public enum ContactBasis
{
    /// <summary>The person agreed.</summary>
    [Label("本人同意")] Consent,
    /// <summary>Needed for a contract with the person's enterprise.</summary>
    [Label("订立或履行合同所必需")] Contract,
    /// <summary>Needed for a duty laid down by law.</summary>
    [Label("履行法定职责所必需")] Duty,
    /// <summary>The person or the enterprise made it public.</summary>
    [Label("已公开")] Published,
}

/// <summary>What is kept of a contact person.</summary>
/// <param name="PersonName">The name.</param>
/// <param name="Position">The position.</param>
/// <param name="PersonPhone">The telephone.</param>
/// <param name="PersonEmail">The mail address.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Basis">On what basis.</param>
/// <param name="GivenOn">When the person agreed, or the basis arose.</param>
/// <param name="ExpiresOn">The last day it may be used; without one, two years from then.</param>
public sealed record ContactFacts(string PersonName, string? Position, string? PersonPhone, string? PersonEmail, string Purpose, ContactBasis Basis, DateOnly GivenOn, DateOnly? ExpiresOn);

/// <summary>
/// A person at an enterprise whom the bureau may call: as little as is needed, for a purpose, on a basis, until a day (个人信息保护法第六、十三、四十七条).
/// Its unit answers for it. Erased at the person's request, after which nothing of the person remains.
/// </summary>
public sealed partial class Contact : IVersioned, IAudited
{
    private Contact() { }

    /// <summary>Notes a contact.</summary>
    public Contact(Guid enterprise, Guid unit, ContactFacts facts, DateOnly today)
    {
        (Id, EnterpriseId, UnitId) = (Guid.CreateVersion7(), enterprise, unit);
        Change(facts, today);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>At which enterprise.</summary>
    public Guid EnterpriseId { get; private set; }
    /// <summary>The unit that keeps it and answers for it.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>The name; empty once erased.</summary>
    public string PersonName { get; private set; } = "";
    /// <summary>The position.</summary>
    public string? Position { get; private set; }
    /// <summary>The telephone.</summary>
    public string? PersonPhone { get; private set; }
    /// <summary>The mail address.</summary>
    public string? PersonEmail { get; private set; }
    /// <summary>What for.</summary>
    public string Purpose { get; private set; } = "";
    /// <summary>On what basis.</summary>
    public ContactBasis Basis { get; private set; }
    /// <summary>Since when.</summary>
    public DateOnly GivenOn { get; private set; }
    /// <summary>The last day it may be used.</summary>
    public DateOnly ExpiresOn { get; private set; }
    /// <summary>When it was erased (UTC).</summary>
    public DateTime? ErasedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it may still be used on a day.</summary>
    public bool MayBeUsed(DateOnly day) => ErasedAt is null && day <= ExpiresOn;

    /// <summary>States everything anew. Refused without a purpose, and for identity card numbers anywhere.</summary>
    public void Change(ContactFacts facts, DateOnly today)
    {
        Refusal.When(ErasedAt is not null, $"该联系人已按要求删除，不能再修改");
        Refusal.When(string.IsNullOrWhiteSpace(facts.PersonName) || facts.PersonName.Trim().Length > 60, $"请填写联系人姓名，最多60个字", nameof(PersonName));
        Refusal.When(string.IsNullOrWhiteSpace(facts.Purpose), $"请写明联系目的（个人信息保护法第六条：处理个人信息应当有明确目的）", nameof(Purpose));
        Refusal.When(string.IsNullOrWhiteSpace(facts.PersonPhone) && string.IsNullOrWhiteSpace(facts.PersonEmail), $"请至少填写电话或邮箱", nameof(PersonPhone));
        foreach (var (text, field) in new[] { (facts.PersonName, nameof(PersonName)), (facts.Position, nameof(Position)), (facts.PersonPhone, nameof(PersonPhone)), (facts.PersonEmail, nameof(PersonEmail)), (facts.Purpose, nameof(Purpose)) })
            Refusal.When(text is not null && IdentityCard().IsMatch(text), $"不得登记身份证号，请删除后再保存", field);
        Refusal.When(facts.GivenOn > today, $"同意日期{facts.GivenOn}晚于今天，请核对", nameof(GivenOn));
        var expires = facts.ExpiresOn ?? facts.GivenOn.AddYears(2);
        Refusal.When(expires < facts.GivenOn, $"使用期限{expires}早于同意日期{facts.GivenOn}，请核对", nameof(ExpiresOn));
        Refusal.When(expires > facts.GivenOn.AddYears(5), $"使用期限最长5年，到期后须重新取得同意", nameof(ExpiresOn));
        (PersonName, Position, PersonPhone, PersonEmail) = (facts.PersonName.Trim(), facts.Position, facts.PersonPhone, facts.PersonEmail);
        (Purpose, Basis, GivenOn, ExpiresOn) = (facts.Purpose.Trim(), facts.Basis, facts.GivenOn, expires);
    }

    /// <summary>Erases the person; that there was one, for which purpose and until when, remains.</summary>
    public void Erase(DateTime now)
    {
        Refusal.When(ErasedAt is not null, $"该联系人已按要求删除，不能再修改");
        (PersonName, Position, PersonPhone, PersonEmail, ErasedAt) = ("", null, null, null, now);
    }

    // eighteen digits, the last may be X; the old cards had fifteen
    [GeneratedRegex(@"(?<!\d)([1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx]|[1-9]\d{5}\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3})(?!\d)", RegexOptions.None, 200)]
    private static partial Regex IdentityCard();
}
