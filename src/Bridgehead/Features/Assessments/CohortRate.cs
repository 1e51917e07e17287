using Bridgehead.Features.Rates;

namespace Bridgehead.Features.Assessments;

/// <summary>The rates of a cohort an item may be scored by (domain rule 4.6): what stands above and below the line, in the smallest unit.</summary>
/// <param name="Code">How a line of a scheme names it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Display">The unit both numbers are shown in.</param>
/// <param name="Of">The two numbers.</param>
public sealed record CohortRate(string Code, string Name, string Display, Func<CohortCount, (long Above, long Below)> Of)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<CohortRate> All { get; } =
    [
        new("performance", "履约率", "个", c => (c.Performing, c.SignedCount)),
        new("start", "开竣工率", "个", c => (c.Started, c.SignedCount)),
        new("production", "投产率", "个", c => (c.Producing, c.SignedCount)),
        new("arrival", "资金到位率", "亿元", c => (c.ArrivedFen, c.ContractedFen)),
    ];

    /// <summary>The one that goes by a code; null when there is none.</summary>
    public static CohortRate? Called(string code) => All.FirstOrDefault(r => r.Code == code);

    /// <summary>The numbers of a cohort.</summary>
    public InputValue Read(CohortCount count)
    {
        var (above, below) = Of(count);
        return new InputValue(above, below, Display, "");
    }
}
