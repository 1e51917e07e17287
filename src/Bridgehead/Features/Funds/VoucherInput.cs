using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Bridgehead.Features.Funds.Reading;

namespace Bridgehead.Features.Funds;

/// <summary>A voucher as it is typed or corrected, on a page or through the API. Amounts in yuan; empty is not known.</summary>
public sealed class VoucherInput
{
    /// <summary>Its kind.</summary>
    [Required(ErrorMessage = "请选择凭证种类")] public VoucherKind? Kind { get; set; }
    /// <summary>The main project.</summary>
    public Guid? ProjectId { get; set; }
    /// <summary>The code of an invoice before the fully digital ones.</summary>
    [MaxLength(20, ErrorMessage = "发票代码最多20个字符")] public string? Code { get; set; }
    /// <summary>The number.</summary>
    [MaxLength(60, ErrorMessage = "号码最多60个字符")] public string? Number { get; set; }
    /// <summary>The day.</summary>
    public DateOnly? IssuedOn { get; set; }
    /// <summary>The buyer, or whoever receives.</summary>
    [MaxLength(200, ErrorMessage = "名称最多200个字")] public string? Buyer { get; set; }
    /// <summary>The buyer's credit code.</summary>
    [MaxLength(30, ErrorMessage = "税号最多30个字符")] public string? BuyerId { get; set; }
    /// <summary>The seller, or whoever pays in.</summary>
    [MaxLength(200, ErrorMessage = "名称最多200个字")] public string? Seller { get; set; }
    /// <summary>The seller's credit code.</summary>
    [MaxLength(30, ErrorMessage = "税号最多30个字符")] public string? SellerId { get; set; }
    /// <summary>Without tax.</summary>
    [Range(-1000000000000d, 1000000000000d, ErrorMessage = "金额过大，请核对单位（元）")] public decimal? Net { get; set; }
    /// <summary>The tax.</summary>
    [Range(-1000000000000d, 1000000000000d, ErrorMessage = "金额过大，请核对单位（元）")] public decimal? Tax { get; set; }
    /// <summary>With tax.</summary>
    [Range(-1000000000000d, 1000000000000d, ErrorMessage = "金额过大，请核对单位（元）")] public decimal? Gross { get; set; }
    /// <summary>The amount in capitals.</summary>
    [MaxLength(100, ErrorMessage = "大写金额最多100个字")] public string? InWords { get; set; }
    /// <summary>The invoice a red-letter one takes back.</summary>
    [MaxLength(60, ErrorMessage = "号码最多60个字符")] public string? Original { get; set; }
    /// <summary>The remark.</summary>
    [MaxLength(1000, ErrorMessage = "备注最多1000个字")] public string? Remark { get; set; }
    /// <summary>The currency, ISO 4217; CNY when left out.</summary>
    [MaxLength(3)] public string? Currency { get; set; }
    /// <summary>The amount in that currency.</summary>
    [Range(0d, 1000000000000d, ErrorMessage = "金额过大，请核对单位（元）")] public decimal? Foreign { get; set; }
    /// <summary>The part local shareholders paid in.</summary>
    [Range(0d, 1000000000000d, ErrorMessage = "金额过大，请核对单位（元）")] public decimal? LocalShare { get; set; }
    /// <summary>Why what was read is corrected.</summary>
    [MaxLength(200, ErrorMessage = "理由最多200个字")] public string? Why { get; set; }
    /// <summary>The version that was read.</summary>
    [JsonIgnore] public long Version { get; set; }

    /// <summary>Fills the form from a voucher.</summary>
    public static VoucherInput Of(Voucher v) => new()
    {
        Kind = v.Kind, ProjectId = v.ProjectId, Code = v.Code, Number = v.Number, IssuedOn = v.IssuedOn, Buyer = v.Buyer, BuyerId = v.BuyerId, Seller = v.Seller, SellerId = v.SellerId,
        Net = v.NetFen == 0 ? null : new Money(v.NetFen).Yuan, Tax = v.TaxFen / 100m, Gross = v.GrossFen / 100m, InWords = v.InWords, Original = v.Original, Remark = v.Remark,
        Currency = v.Currency, Foreign = v.ForeignCents / 100m, LocalShare = v.LocalShareFen == 0 ? null : v.LocalShareFen / 100m, Version = v.Version,
    };

    /// <summary>What it says. Refused for parts of a fen and an unknown currency.</summary>
    public VoucherFacts Facts()
    {
        var currency = string.IsNullOrWhiteSpace(Currency) ? CurrencyCode.Yuan : CurrencyCode.Create(Currency);
        var (net, gross) = (Yuan(Net), Yuan(Gross));
        return new VoucherFacts
        {
            Kind = Kind ?? VoucherKind.CapitalSlip, Code = Code, Number = Number?.Replace(" ", "", StringComparison.Ordinal), IssuedOn = IssuedOn, Buyer = Buyer, BuyerId = BuyerId?.ToUpperInvariant(), Seller = Seller, SellerId = SellerId?.ToUpperInvariant(),
            // where no tax is told apart, the whole amount is without it
            Net = net ?? (Tax is null ? gross : gross - Yuan(Tax)), Tax = Yuan(Tax), Gross = gross ?? (Tax is null ? net : net + Yuan(Tax)), InWords = InWords, Original = Original?.Replace(" ", "", StringComparison.Ordinal), Remark = Remark,
            Currency = currency, Foreign = currency == CurrencyCode.Yuan ? null : Foreign, LocalShare = Yuan(LocalShare) ?? Money.Zero,
        };
    }

    /// <summary>What a reading says, as if it had been typed.</summary>
    public static VoucherInput Of(VoucherReading r, VoucherKind kind) => Of(field => r[field], kind);

    /// <summary>What a reading that was kept says, as if it had been typed.</summary>
    public static VoucherInput Of(KeptReading r, VoucherKind kind) => Of(field => r.Find(field)?.Text, kind);

    private static VoucherInput Of(Func<ReadField, string?> r, VoucherKind kind) => new()
    {
        Kind = kind, Code = r(ReadField.Code), Number = r(ReadField.Number), IssuedOn = ReadText.Day(r(ReadField.Date)), Buyer = r(ReadField.Buyer), BuyerId = r(ReadField.BuyerId), Seller = r(ReadField.Seller), SellerId = r(ReadField.SellerId),
        Net = ReadText.Amount(r(ReadField.Net))?.Yuan, Tax = ReadText.Amount(r(ReadField.Tax))?.Yuan, Gross = ReadText.Amount(r(ReadField.Gross))?.Yuan, InWords = r(ReadField.InWords), Original = r(ReadField.Original), Remark = r(ReadField.Remark),
    };

    private static Money? Yuan(decimal? yuan) => yuan is { } amount ? Money.FromYuan(amount) : null;
}
