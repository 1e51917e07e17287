using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Bridgehead.Features.Duplicates;

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
    /// <summary>The capital paid in, in 万 of the same currency.</summary>
    [Range(0d, 100000000d, ErrorMessage = "实缴资本应在0到1亿万之间")] public decimal? PaidInWan { get; set; }
    /// <summary>The state of the registration, in words.</summary>
    [MaxLength(60)] public string? Standing { get; set; }
    /// <summary>The day of registration.</summary>
    public DateOnly? RegisteredOn { get; set; }
    /// <summary>The industry: a code of GB/T 4754, a name, or both.</summary>
    [MaxLength(120)] public string? Industry { get; set; }
    /// <summary>Province, city, district, or the six digits of the division.</summary>
    [MaxLength(80)] public string? Region { get; set; }
    /// <summary>The address.</summary>
    [MaxLength(300)] public string? Address { get; set; }
    /// <summary>Telephone numbers.</summary>
    [MaxLength(120)] public string? Phone { get; set; }
    /// <summary>What it does.</summary>
    [MaxLength(4000)] public string? Business { get; set; }
    /// <summary>Why it is held for another enterprise although one like it is registered.</summary>
    [MaxLength(500, ErrorMessage = "理由最多500个字")] public string? AsNew { get; set; }
    /// <summary>The department that shared these contents; empty when they were typed.</summary>
    [MaxLength(80)] public string? Source { get; set; }
    /// <summary>The version that was read.</summary>
    [JsonIgnore] public long Version { get; set; }

    /// <summary>Fills the form.</summary>
    /// <param name="e">The enterprise.</param>
    /// <param name="mayOpen">Whether telephone numbers stand in full; otherwise masked, and a masked one that comes back is left as it is.</param>
    public static EnterpriseInput Of(Enterprise e, bool mayOpen) => new()
    {
        Name = e.Name, CreditCode = e.CreditCode?.Value, EnglishName = e.EnglishName, OtherNames = e.OtherNames, LegalRepresentative = e.LegalRepresentative, Kind = e.Kind, Standing = e.Standing,
        CapitalWan = e.CapitalMinor / 1_000_000m, PaidInWan = e.PaidInMinor / 1_000_000m, CapitalCurrency = e.CapitalCurrency, RegisteredOn = e.RegisteredOn, Industry = e.Industry, Region = e.Region,
        Address = e.Address, Phone = mayOpen ? e.Phone : Masked.Phone(e.Phone), Business = e.Business, Version = e.Version,
    };

    /// <summary>What it says. Refused for a wrong credit code.</summary>
    /// <param name="now">The enterprise as it stands; null for a new one.</param>
    public EnterpriseFacts Facts(Enterprise? now = null)
    {
        var (sameIndustry, sameRegion) = (now is not null && Industry == now.Industry, now is not null && Region == now.Region);
        var (industry, region) = (sameIndustry ? null : Classified.ReadIndustry(Industry), sameRegion ? null : Classified.ReadDivision(Region));
        return new EnterpriseFacts
        {
            CreditCode = string.IsNullOrWhiteSpace(CreditCode) ? null : Bridgehead.CreditCode.Create(CreditCode), EnglishName = EnglishName, OtherNames = now?.OtherNames,
            LegalRepresentative = LegalRepresentative, Kind = Kind, Standing = Standing, CapitalMinor = ShareholdingInput.Minor(CapitalWan), PaidInMinor = ShareholdingInput.Minor(PaidInWan),
            CapitalCurrency = CapitalCurrency ?? (CapitalWan is null ? null : "CNY"), RegisteredOn = RegisteredOn,
            Industry = industry?.Name ?? Industry, IndustryCode = sameIndustry ? now!.IndustryCode : industry is null ? null : Classified.Code(industry),
            Region = region?.FullName ?? Region, RegionCode = sameRegion ? now!.RegionCode : region?.Code,
            Address = Address, Phone = now is not null && Phone?.Contains('*', StringComparison.Ordinal) == true && Phone == Masked.Phone(now.Phone) ? now.Phone : Phone, Business = Business,
        };
    }

    /// <summary>What the check for duplicates looks at.</summary>
    /// <param name="now">The enterprise as it stands; null for a new one.</param>
    internal RecordFacts Compared(Enterprise? now) => RecordFacts.Of(Name, Facts(now) with { OtherNames = OtherNames }, now?.Id ?? Guid.Empty);
}
