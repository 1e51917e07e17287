namespace Bridgehead.Features.Enterprises;

/// <summary>What is known of an enterprise besides its name.</summary>
public sealed record EnterpriseFacts
{
    /// <summary>The unified social credit code.</summary>
    public CreditCode? CreditCode { get; init; }
    /// <summary>The English name.</summary>
    public string? EnglishName { get; init; }
    /// <summary>Former names and short names, one a line.</summary>
    public string? OtherNames { get; init; }
    /// <summary>The legal representative.</summary>
    public string? LegalRepresentative { get; init; }
    /// <summary>The kind of enterprise as registered.</summary>
    public string? Kind { get; init; }
    /// <summary>The state of the registration: 存续, 注销 …</summary>
    public string? Standing { get; init; }
    /// <summary>The registered capital, in cents of its currency.</summary>
    public long? CapitalMinor { get; init; }
    /// <summary>The capital's currency, ISO 4217.</summary>
    public string? CapitalCurrency { get; init; }
    /// <summary>The day of registration.</summary>
    public DateOnly? RegisteredOn { get; init; }
    /// <summary>The capital paid in so far, in cents of the same currency.</summary>
    public long? PaidInMinor { get; init; }
    /// <summary>The branch of industry as registered.</summary>
    public string? Industry { get; init; }
    /// <summary>Its code, "C3841"; found from the words where it is not given.</summary>
    public string? IndustryCode { get; init; }
    /// <summary>Province, city, district.</summary>
    public string? Region { get; init; }
    /// <summary>The code of that division; found from the words where it is not given.</summary>
    public string? RegionCode { get; init; }
    /// <summary>The address.</summary>
    public string? Address { get; init; }
    /// <summary>Telephone numbers.</summary>
    public string? Phone { get; init; }
    /// <summary>What it does.</summary>
    public string? Business { get; init; }
}
