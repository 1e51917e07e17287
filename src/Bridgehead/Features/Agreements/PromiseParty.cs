namespace Bridgehead.Features.Agreements;

/// <summary>Who promises. Both sides are followed alike: a government keeps its word too (Regulation on Optimising the Business Environment, articles 31 and 32).</summary>
public enum PromiseParty
{
    /// <summary>企业: the investor or its project company.</summary>
    [Label("企业")] Enterprise,
    /// <summary>政府: the government or its park.</summary>
    [Label("政府")] Government,
}
