using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Enterprises;

/// <summary>A share as it is typed, on a page or through the API.</summary>
public sealed class ShareholdingInput
{
    /// <summary>What the owner is.</summary>
    public OwnerKind Kind { get; set; }
    /// <summary>The owner's name, or its credit code.</summary>
    [Required(ErrorMessage = "请填写股东名称"), MaxLength(120, ErrorMessage = "股东名称最多120个字")] public string Owner { get; set; } = "";
    /// <summary>The country or region of an owner from abroad.</summary>
    [MaxLength(40)] public string? Country { get; set; }
    /// <summary>The share in percent.</summary>
    [Range(0d, 100d, ErrorMessage = "持股比例应大于0、不超过100%")] public decimal Percent { get; set; }
    /// <summary>Whether the owner controls it otherwise than by a majority.</summary>
    public bool IsControlling { get; set; }
    /// <summary>The capital subscribed, in 万 of the currency.</summary>
    [Range(0d, 100000000d, ErrorMessage = "出资额应在0到1亿万之间")] public decimal? SubscribedWan { get; set; }
    /// <summary>The day by which it must be paid in.</summary>
    public DateOnly? DueOn { get; set; }
    /// <summary>The capital paid in, in 万 of the currency.</summary>
    [Range(0d, 100000000d, ErrorMessage = "出资额应在0到1亿万之间")] public decimal? PaidWan { get; set; }
    /// <summary>The day of the last payment.</summary>
    public DateOnly? PaidOn { get; set; }
    /// <summary>The currency, ISO 4217.</summary>
    [RegularExpression("^[A-Z]{3}$", ErrorMessage = "币种应为三位字母代码，如CNY、USD")] public string? Currency { get; set; }
    /// <summary>Since when it is held.</summary>
    public DateOnly? From { get; set; }
    /// <summary>Where this is known from.</summary>
    [MaxLength(200)] public string? Source { get; set; }
    /// <summary>The version that was read.</summary>
    [JsonIgnore] public long Version { get; set; }

    /// <summary>Fills the form.</summary>
    public static ShareholdingInput Of(Shareholding h) => new()
    {
        Kind = h.Kind, Owner = h.Owner, Country = h.Country, Percent = h.Percent, IsControlling = h.IsControlling, SubscribedWan = h.SubscribedMinor / 1_000_000m, DueOn = h.DueOn,
        PaidWan = h.PaidMinor / 1_000_000m, PaidOn = h.PaidOn, Currency = h.Currency, From = h.From, Source = h.Source, Version = h.Version,
    };

    /// <summary>What it says.</summary>
    public ShareholdingFacts Facts() => new()
    {
        Kind = Kind, Owner = Owner, Country = string.IsNullOrWhiteSpace(Country) ? null : Country.Trim(), Percent = Percent, IsControlling = IsControlling, SubscribedMinor = Minor(SubscribedWan), DueOn = DueOn,
        PaidMinor = Minor(PaidWan), PaidOn = PaidOn, Currency = Currency ?? "CNY", From = From, Source = Source,
    };

    /// <summary>An amount in 万 as cents. Refused for parts of a cent.</summary>
    internal static long? Minor(decimal? wan)
    {
        if (wan is not { } amount) return null;
        var exact = amount * 1_000_000m;
        Refusal.Unless(exact == decimal.Truncate(exact), $"金额{amount.ToString(CultureInfo.InvariantCulture)}万精确到分以下，请核对");
        return (long)exact;
    }
}
