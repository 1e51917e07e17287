using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Enterprises;

/// <summary>A contact as it is typed, on a page or through the API.</summary>
public sealed class ContactInput
{
    /// <summary>The name.</summary>
    [Required(ErrorMessage = "请填写联系人姓名"), MaxLength(60, ErrorMessage = "联系人姓名最多60个字")] public string PersonName { get; set; } = "";
    /// <summary>The position.</summary>
    [MaxLength(60)] public string? Position { get; set; }
    /// <summary>The telephone.</summary>
    [MaxLength(60)] public string? PersonPhone { get; set; }
    /// <summary>The mail address.</summary>
    [MaxLength(120), EmailAddress(ErrorMessage = "邮箱格式不对，应如name@example.com")] public string? PersonEmail { get; set; }
    /// <summary>What for.</summary>
    [Required(ErrorMessage = "请写明联系目的"), MaxLength(200)] public string Purpose { get; set; } = "";
    /// <summary>On what basis.</summary>
    public ContactBasis Basis { get; set; }
    /// <summary>When the person agreed, or the basis arose.</summary>
    [Required(ErrorMessage = "请填写同意日期")] public DateOnly? GivenOn { get; set; }
    /// <summary>The last day it may be used; two years from then when empty.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>What it says.</summary>
    public ContactFacts Facts(DateOnly today) => new(PersonName, Position, PersonPhone, PersonEmail, Purpose, Basis, GivenOn ?? today, ExpiresOn);
}

/// <summary>The person agreed anew.</summary>
public sealed class RenewalInput
{
    /// <summary>When.</summary>
    [Required(ErrorMessage = "请填写同意日期")] public DateOnly? GivenOn { get; set; }
    /// <summary>The last day it may be used.</summary>
    public DateOnly? ExpiresOn { get; set; }
}
