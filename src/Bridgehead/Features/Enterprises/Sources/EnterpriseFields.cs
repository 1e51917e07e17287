using System.Globalization;

namespace Bridgehead.Features.Enterprises;

/// <summary>The fields of an enterprise that come from somewhere: what they are called, and how their content reads.</summary>
public static class EnterpriseFields
{
    /// <summary>All of them in the order of the page.</summary>
    public static IReadOnlyList<(string Field, string Name, Func<Enterprise, string?> Text)> All { get; } =
    [
        (nameof(Enterprise.Name), "企业全称", e => e.Name),
        (nameof(Enterprise.CreditCode), "统一社会信用代码", e => e.CreditCode?.Value),
        (nameof(Enterprise.Standing), "登记状态", e => e.Standing),
        (nameof(Enterprise.Kind), "企业类型", e => e.Kind),
        (nameof(Enterprise.LegalRepresentative), "法定代表人", e => e.LegalRepresentative),
        (nameof(Enterprise.CapitalMinor), "注册资本", e => Capital(e.CapitalMinor, e.CapitalCurrency)),
        (nameof(Enterprise.PaidInMinor), "实缴资本", e => Capital(e.PaidInMinor, e.CapitalCurrency)),
        (nameof(Enterprise.RegisteredOn), "成立日期", e => e.RegisteredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (nameof(Enterprise.Industry), "行业", e => e.IndustryCode is null ? e.Industry : e.IndustryCode + " " + e.Industry),
        (nameof(Enterprise.Region), "地区", e => e.RegionCode is { } code && Division.Find(code) is { } division ? division.FullName : e.Region),
        (nameof(Enterprise.Address), "地址", e => e.Address),
        (nameof(Enterprise.Phone), "电话", e => e.Phone),
        (nameof(Enterprise.EnglishName), "英文名称", e => e.EnglishName),
        (nameof(Enterprise.Business), "经营范围", e => e.Business),
    ];

    /// <summary>What a field is called; the field itself where it has no name on the page.</summary>
    public static string NameOf(string field) => All.FirstOrDefault(f => f.Field == field).Name ?? field;

    /// <summary>The contents of all fields, to find what a change changed.</summary>
    public static Dictionary<string, string?> Contents(Enterprise enterprise) => All.ToDictionary(f => f.Field, f => f.Text(enterprise));

    /// <summary>A capital as lists read it: "150万元", "300万USD".</summary>
    public static string? Capital(long? minor, string? currency) => minor is { } cents
        ? (cents / 1_000_000m).ToString("#,0.####", CultureInfo.InvariantCulture) + (currency is null or "CNY" ? "万元" : "万" + currency)
        : null;
}
