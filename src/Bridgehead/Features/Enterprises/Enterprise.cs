namespace Bridgehead.Features.Enterprises;

/// <summary>An enterprise: an investor, or a company founded for a project.</summary>
public sealed class Enterprise : IVersioned, IAudited, ISearchable, ITrashable
{
    private Enterprise() { }

    /// <summary>Registers an enterprise under its full name.</summary>
    public Enterprise(string name, EnterpriseFacts facts)
    {
        Id = Guid.CreateVersion7();
        Change(name, facts);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The full registered name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The unified social credit code; unique among enterprises in use.</summary>
    public CreditCode? CreditCode { get; private set; }
    /// <summary>The English name.</summary>
    public string? EnglishName { get; private set; }
    /// <summary>The names it also goes by, one a line, for the search: a copy of the rows kept as <see cref="OtherName"/>.</summary>
    public string? OtherNames { get; private set; }
    /// <summary>The legal representative.</summary>
    public string? LegalRepresentative { get; private set; }
    /// <summary>The kind of enterprise as registered.</summary>
    public string? Kind { get; private set; }
    /// <summary>The state of the registration in the words it came with.</summary>
    public string? Standing { get; private set; }
    /// <summary>The state of the registration in the one list.</summary>
    public RegisterState State { get; private set; }
    /// <summary>The registered capital, in cents of its currency.</summary>
    public long? CapitalMinor { get; private set; }
    /// <summary>The capital's currency, ISO 4217.</summary>
    public string? CapitalCurrency { get; private set; }
    /// <summary>The day of registration.</summary>
    public DateOnly? RegisteredOn { get; private set; }
    /// <summary>The capital paid in so far, in cents of the same currency.</summary>
    public long? PaidInMinor { get; private set; }
    /// <summary>The branch of industry as registered.</summary>
    public string? Industry { get; private set; }
    /// <summary>Its code in GB/T 4754 with the letter of the section, "C3841"; null while the words say nothing the standard knows.</summary>
    public string? IndustryCode { get; private set; }
    /// <summary>Province, city, district.</summary>
    public string? Region { get; private set; }
    /// <summary>The division's six digits (GB/T 2260); null while the words name none or several.</summary>
    public string? RegionCode { get; private set; }
    /// <summary>The address.</summary>
    public string? Address { get; private set; }
    /// <summary>Telephone numbers.</summary>
    public string? Phone { get; private set; }
    /// <summary>What it does.</summary>
    public string? Business { get; private set; }
    /// <summary>The import it came with.</summary>
    public Guid? BatchId { get; internal set; }
    /// <inheritdoc />
    public DateTime? DeletedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <inheritdoc />
    public SearchCard Card => new("enterprise", Name, $"{CreditCode?.Value}\n{EnglishName}\n{OtherNames}\n{LegalRepresentative}\n{Phone}", null);

    /// <summary>States everything anew. Refused without a name, or with capital but no currency.</summary>
    public void Change(string name, EnterpriseFacts facts)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Trim().Length > 120, $"请填写企业全称，最多120个字", nameof(Name));
        Refusal.When(facts.CapitalMinor is < 0, $"注册资本不能为负数", nameof(CapitalMinor));
        Refusal.When(facts.CapitalMinor is not null && facts.CapitalCurrency is null, $"请选择注册资本的币种", nameof(CapitalCurrency));
        (Name, CreditCode) = (name.Trim(), facts.CreditCode);
        (EnglishName, OtherNames, LegalRepresentative) = (facts.EnglishName, facts.OtherNames, facts.LegalRepresentative);
        (Kind, Standing, Industry, Region, Address) = (facts.Kind, facts.Standing, facts.Industry, facts.Region, facts.Address);
        Refusal.When(facts.PaidInMinor is < 0, $"实缴资本不能为负数", nameof(PaidInMinor));
        Refusal.When(facts.PaidInMinor > facts.CapitalMinor, $"实缴资本不能多于注册资本，请核对单位和币种", nameof(PaidInMinor));
        (PaidInMinor, State) = (facts.PaidInMinor, RegisterStates.Read(facts.Standing));
        IndustryCode = facts.IndustryCode ?? (Classified.ReadIndustry(facts.Industry) is { } industry ? Classified.Code(industry) : null);
        RegionCode = facts.RegionCode ?? Classified.ReadDivision(facts.Region)?.Code;
        (CapitalMinor, CapitalCurrency, RegisteredOn) = (facts.CapitalMinor, facts.CapitalMinor is null ? null : facts.CapitalCurrency, facts.RegisteredOn);
        (Phone, Business) = (facts.Phone, facts.Business);
    }

    /// <summary>Keeps the search's copy of its other names.</summary>
    internal void Goes(IEnumerable<string> byNames)
    {
        var all = string.Join('\n', byNames.Distinct());
        OtherNames = all.Length == 0 ? null : all.Length <= 500 ? all : all[..500];
    }

    /// <summary>Throws it away; it can be brought back.</summary>
    public void ThrowAway(DateTime now) => DeletedAt ??= now;

    /// <summary>Brings it back.</summary>
    public void BringBack() => DeletedAt = null;
}
