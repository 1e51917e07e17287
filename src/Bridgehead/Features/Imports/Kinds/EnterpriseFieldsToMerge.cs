using System.Globalization;
using Bridgehead.Features.Enterprises;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>What is stated about an enterprise, with its name.</summary>
internal sealed record NamedFacts(string Name, EnterpriseFacts Facts);

/// <summary>The fields of an enterprise that a ledger may fill or change. The name it is registered under is none of them.</summary>
internal static class EnterpriseFieldsToMerge
{
    /// <summary>The fields.</summary>
    public static IReadOnlyList<RecordField<NamedFacts>> All { get; } =
    [
        Of("code", "统一社会信用代码", f => f.CreditCode?.Value, (f, t) => f with { CreditCode = t is null ? null : CreditCode.Create(t) }),
        Of("english", "英文名", f => f.EnglishName, (f, t) => f with { EnglishName = t }),
        Of("former", "曾用名", f => f.OtherNames, (f, t) => f with { OtherNames = t }),
        Of("person", "法定代表人", f => f.LegalRepresentative, (f, t) => f with { LegalRepresentative = t }),
        Of("kind", "公司类型", f => f.Kind, (f, t) => f with { Kind = t }),
        Of("standing", "经营状态", f => f.Standing, (f, t) => f with { Standing = t }),
        Of("capital", "注册资本", Capital, Capital) with { Show = text => text.Split(' ') is [var minor, var currency] ? $"{decimal.Parse(minor, CultureInfo.InvariantCulture) / 100m:#,0.##} {currency}" : text },
        Of("paid", "实缴资本", f => f.PaidInMinor?.ToString(CultureInfo.InvariantCulture), (f, t) => f with { PaidInMinor = t is null ? null : long.Parse(t, CultureInfo.InvariantCulture) })
            with { Show = text => $"{decimal.Parse(text, CultureInfo.InvariantCulture) / 100m:#,0.##}" },
        Of("registered", "成立日期", f => f.RegisteredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (f, t) => f with { RegisteredOn = t is null ? null : DateOnly.ParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture) }),
        Of("industry", "所属行业", f => f.Industry, (f, t) => f with { Industry = t, IndustryCode = null }),
        Of("industryCode", "", f => f.IndustryCode, (f, t) => f with { IndustryCode = t }),
        Of("region", "地区", f => f.Region, (f, t) => f with { Region = t, RegionCode = null }),
        Of("regionCode", "", f => f.RegionCode, (f, t) => f with { RegionCode = t }),
        Of("address", "企业地址", f => f.Address, (f, t) => f with { Address = t }),
        Of("phone", "联系电话", f => f.Phone, (f, t) => f with { Phone = t }),
        Of("business", "经营范围", f => f.Business, (f, t) => f with { Business = t }),
    ];

    /// <summary>What is stated about an enterprise as it stands.</summary>
    public static NamedFacts Facts(Enterprise e) => new(e.Name, new EnterpriseFacts
    {
        CreditCode = e.CreditCode, EnglishName = e.EnglishName, OtherNames = e.OtherNames, LegalRepresentative = e.LegalRepresentative, Kind = e.Kind, Standing = e.Standing,
        CapitalMinor = e.CapitalMinor, CapitalCurrency = e.CapitalCurrency, RegisteredOn = e.RegisteredOn, PaidInMinor = e.PaidInMinor, Industry = e.Industry, IndustryCode = e.IndustryCode, Region = e.Region, RegionCode = e.RegionCode, Address = e.Address, Phone = e.Phone, Business = e.Business,
    });

    private static RecordField<NamedFacts> Of(string key, string name, Func<EnterpriseFacts, string?> text, Func<EnterpriseFacts, string?, EnterpriseFacts> with) =>
        new(key, name, f => text(f.Facts), (f, t) => f with { Facts = with(f.Facts, t) });

    private static string? Capital(EnterpriseFacts f) => f.CapitalMinor is { } minor ? string.Create(CultureInfo.InvariantCulture, $"{minor} {f.CapitalCurrency}") : null;

    private static EnterpriseFacts Capital(EnterpriseFacts f, string? text) => text?.Split(' ') is [var minor, var currency]
        ? f with { CapitalMinor = long.Parse(minor, CultureInfo.InvariantCulture), CapitalCurrency = currency }
        : f with { CapitalMinor = null, CapitalCurrency = null };
}
