using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Enterprises;

/// <summary>An enterprise as it is typed, on a page or through the API.</summary>
public sealed class EnterpriseInput
{
    /// <summary>The full name.</summary>
    [Required(ErrorMessage = "请填写企业全称"), MaxLength(120, ErrorMessage = "企业全称最多120个字")] public string Name { get; set; } = "";
    /// <summary>The credit code.</summary>
    [MaxLength(30)] public string? CreditCode { get; set; }
    /// <summary>The English name.</summary>
    [MaxLength(200)] public string? EnglishName { get; set; }
    /// <summary>Other names, one a line.</summary>
    [MaxLength(500)] public string? OtherNames { get; set; }
    /// <summary>The legal representative.</summary>
    [MaxLength(60)] public string? LegalRepresentative { get; set; }
    /// <summary>The kind of enterprise.</summary>
    [MaxLength(80)] public string? Kind { get; set; }
    /// <summary>The registered capital, in 万 of its currency.</summary>
    [Range(0d, 100000000d, ErrorMessage = "注册资本应在0到1亿万之间")] public decimal? CapitalWan { get; set; }
    /// <summary>The currency, ISO 4217.</summary>
    [RegularExpression("^[A-Z]{3}$", ErrorMessage = "币种应为三位字母代码，如CNY、USD")] public string? CapitalCurrency { get; set; }
    /// <summary>The day of registration.</summary>
    public DateOnly? RegisteredOn { get; set; }
    /// <summary>The industry.</summary>
    [MaxLength(120)] public string? Industry { get; set; }
    /// <summary>Province, city, district.</summary>
    [MaxLength(80)] public string? Region { get; set; }
    /// <summary>The address.</summary>
    [MaxLength(300)] public string? Address { get; set; }
    /// <summary>Telephone numbers.</summary>
    [MaxLength(120)] public string? Phone { get; set; }
    /// <summary>What it does.</summary>
    [MaxLength(4000)] public string? Business { get; set; }
    /// <summary>Why it is held for another enterprise although one like it is registered.</summary>
    [MaxLength(500, ErrorMessage = "理由最多500个字")] public string? AsNew { get; set; }
    /// <summary>The version that was read.</summary>
    [JsonIgnore] public long Version { get; set; }

    /// <summary>Fills the form.</summary>
    public static EnterpriseInput Of(Enterprise e) => new()
    {
        Name = e.Name, CreditCode = e.CreditCode?.Value, EnglishName = e.EnglishName, OtherNames = e.OtherNames, LegalRepresentative = e.LegalRepresentative, Kind = e.Kind,
        CapitalWan = e.CapitalMinor / 1_000_000m, CapitalCurrency = e.CapitalCurrency, RegisteredOn = e.RegisteredOn, Industry = e.Industry, Region = e.Region,
        Address = e.Address, Phone = e.Phone, Business = e.Business, Version = e.Version,
    };

    /// <summary>What it says. Refused for a wrong credit code.</summary>
    public EnterpriseFacts Facts() => new()
    {
        CreditCode = string.IsNullOrWhiteSpace(CreditCode) ? null : Bridgehead.CreditCode.Create(CreditCode), EnglishName = EnglishName, OtherNames = OtherNames,
        LegalRepresentative = LegalRepresentative, Kind = Kind, CapitalMinor = CapitalWan is { } wan ? (long)(wan * 1_000_000m) : null, CapitalCurrency = CapitalCurrency ?? (CapitalWan is null ? null : "CNY"),
        RegisteredOn = RegisteredOn, Industry = Industry, Region = Region, Address = Address, Phone = Phone, Business = Business,
    };
}
