namespace Bridgehead.Features.Enterprises;

/// <summary>What an owner is.</summary>
public enum OwnerKind
{
    /// <summary>境内企业.</summary>
    [Label("境内企业")] Enterprise,
    /// <summary>自然人.</summary>
    [Label("自然人")] Person,
    /// <summary>国家机关: a state-owned assets commission, a finance bureau, a government. What makes an enterprise state-owned.</summary>
    [Label("国家机关")] StateOrgan,
    /// <summary>境外投资者, including those from Hong Kong, Macao and Taiwan.</summary>
    [Label("境外投资者")] Foreign,
}

/// <summary>What is stated about a share in an enterprise.</summary>
public sealed record ShareholdingFacts
{
    /// <summary>What the owner is.</summary>
    public OwnerKind Kind { get; init; }
    /// <summary>The owner in the register, when it stands there.</summary>
    public Guid? OwnerId { get; init; }
    /// <summary>The owner's name.</summary>
    public string Owner { get; init; } = "";
    /// <summary>The owner's country or region, for one from abroad.</summary>
    public string? Country { get; init; }
    /// <summary>The share in percent, above 0 up to 100, six digits after the point at most.</summary>
    public decimal Percent { get; init; }
    /// <summary>Whether the owner controls it otherwise than by a majority: by agreement, by votes.</summary>
    public bool IsControlling { get; init; }
    /// <summary>The capital subscribed, in cents of the currency.</summary>
    public long? SubscribedMinor { get; init; }
    /// <summary>The day by which it must be paid in.</summary>
    public DateOnly? DueOn { get; init; }
    /// <summary>The capital paid in, in cents of the currency.</summary>
    public long? PaidMinor { get; init; }
    /// <summary>The day of the last payment.</summary>
    public DateOnly? PaidOn { get; init; }
    /// <summary>The currency, ISO 4217.</summary>
    public string Currency { get; init; } = "CNY";
    /// <summary>Since when it is held.</summary>
    public DateOnly? From { get; init; }
    /// <summary>The last day it was held.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Where this is known from: the register, the articles, a shared record.</summary>
    public string? Source { get; init; }
}

/// <summary>A share of an owner in an enterprise, over a time. Shares given up stay as rows with their last day.</summary>
public sealed class Shareholding : IVersioned, IAudited
{
    /// <summary>The whole in the unit shares are kept in: millionths of a percent.</summary>
    public const long Whole = 100_000_000;

    private Shareholding() { }

    /// <summary>Notes a share.</summary>
    public Shareholding(Guid enterprise, ShareholdingFacts facts)
    {
        (Id, EnterpriseId) = (Guid.CreateVersion7(), enterprise);
        Change(facts);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The enterprise that is owned.</summary>
    public Guid EnterpriseId { get; private set; }
    /// <summary>What the owner is.</summary>
    public OwnerKind Kind { get; private set; }
    /// <summary>The owner in the register.</summary>
    public Guid? OwnerId { get; private set; }
    /// <summary>The owner's name.</summary>
    public string Owner { get; private set; } = "";
    /// <summary>The owner's country or region.</summary>
    public string? Country { get; private set; }
    /// <summary>The share in millionths of a percent, so that both databases add it up exactly.</summary>
    public long Share { get; private set; }
    /// <summary>Whether the owner controls it otherwise than by a majority.</summary>
    public bool IsControlling { get; private set; }
    /// <summary>The capital subscribed, in cents.</summary>
    public long? SubscribedMinor { get; private set; }
    /// <summary>The day by which it must be paid in.</summary>
    public DateOnly? DueOn { get; private set; }
    /// <summary>The capital paid in, in cents.</summary>
    public long? PaidMinor { get; private set; }
    /// <summary>The day of the last payment.</summary>
    public DateOnly? PaidOn { get; private set; }
    /// <summary>The currency, ISO 4217.</summary>
    public string Currency { get; private set; } = "CNY";
    /// <summary>Since when it is held.</summary>
    public DateOnly? From { get; private set; }
    /// <summary>The last day it was held; null while it is.</summary>
    public DateOnly? To { get; private set; }
    /// <summary>Where this is known from.</summary>
    public string? Source { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The share in percent.</summary>
    public decimal Percent => Share / 1_000_000m;

    /// <summary>Whether it is held on a day.</summary>
    public bool HeldOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    /// <summary>States everything anew.</summary>
    public void Change(ShareholdingFacts facts)
    {
        Refusal.When(string.IsNullOrWhiteSpace(facts.Owner) || facts.Owner.Trim().Length > 120, $"请填写股东名称，最多120个字", nameof(Owner));
        Refusal.When(facts.OwnerId == EnterpriseId, $"企业不能是自己的股东（公司法第一百六十二条限制持有本公司股份），请核对股东名称", nameof(Owner));
        Refusal.Unless(facts.Percent is > 0 and <= 100, $"持股比例应大于0、不超过100%", nameof(Percent));
        Refusal.Unless(decimal.Round(facts.Percent, 6) == facts.Percent, $"持股比例最多6位小数", nameof(Percent));
        Refusal.When(facts.SubscribedMinor is < 0 || facts.PaidMinor is < 0, $"出资额不能为负数", nameof(SubscribedMinor));
        Refusal.When(facts.PaidMinor > facts.SubscribedMinor, $"实缴出资不能多于认缴出资，请核对", nameof(PaidMinor));
        Refusal.When(facts.To < facts.From, $"退出日期{facts.To}早于入股日期{facts.From}，请核对", nameof(To));
        Refusal.When(facts.Kind == OwnerKind.Foreign && string.IsNullOrWhiteSpace(facts.Country), $"请填写境外投资者的国家或地区，最终投资来源地按此统计", nameof(Country));
        (Kind, OwnerId, Owner, Country) = (facts.Kind, facts.OwnerId, facts.Owner.Trim(), facts.Country);
        (Share, IsControlling) = ((long)(facts.Percent * 1_000_000m), facts.IsControlling);
        (SubscribedMinor, DueOn, PaidMinor, PaidOn, Currency) = (facts.SubscribedMinor, facts.DueOn, facts.PaidMinor, facts.PaidOn, facts.Currency);
        (From, To, Source) = (facts.From, facts.To, facts.Source);
    }

    /// <summary>The share was given up; its last day.</summary>
    public void End(DateOnly on)
    {
        Refusal.When(on < From, $"退出日期{on}早于入股日期{From}，请核对", nameof(To));
        To = on;
    }
}
