namespace Bridgehead.Features.Funds;

/// <summary>What is stated about a voucher: read from its file, corrected by a person.</summary>
public sealed record VoucherFacts
{
    /// <summary>Its kind.</summary>
    public VoucherKind Kind { get; init; }
    /// <summary>The code of an invoice before the fully digital ones.</summary>
    public string? Code { get; init; }
    /// <summary>The number: of the invoice, the bank's serial, the contract, the declaration.</summary>
    public string? Number { get; init; }
    /// <summary>The day of the document; for money at a bank the day it came in.</summary>
    public DateOnly? IssuedOn { get; init; }
    /// <summary>The buyer; on a bank slip whoever receives, on a payment slip whoever pays.</summary>
    public string? Buyer { get; init; }
    /// <summary>The buyer's credit code.</summary>
    public string? BuyerId { get; init; }
    /// <summary>The seller; on a bank slip whoever pays in, on a payment slip whoever is paid.</summary>
    public string? Seller { get; init; }
    /// <summary>The seller's credit code.</summary>
    public string? SellerId { get; init; }
    /// <summary>Without tax: the most that can be recognised.</summary>
    public Money? Net { get; init; }
    /// <summary>The tax.</summary>
    public Money? Tax { get; init; }
    /// <summary>With tax.</summary>
    public Money? Gross { get; init; }
    /// <summary>The amount in capitals.</summary>
    public string? InWords { get; init; }
    /// <summary>The invoice a red-letter one takes back.</summary>
    public string? Original { get; init; }
    /// <summary>The remark.</summary>
    public string? Remark { get; init; }
    /// <summary>The currency; CNY unless money came in another.</summary>
    public CurrencyCode Currency { get; init; }
    /// <summary>The amount in that currency, in its main unit.</summary>
    public decimal? Foreign { get; init; }
    /// <summary>The part local shareholders paid in.</summary>
    public Money LocalShare { get; init; }
}
