namespace Bridgehead.Features.Reports;

/// <summary>How many projects there are of a kind (新签约, 履约, 开工, 投产, 重大), and what they are agreed to invest.</summary>
/// <param name="Code">The code of the indicator that counts them, or the register's own for what no indicator counts.</param>
/// <param name="Name">The kind as the report prints it, such as 新签约项目.</param>
/// <param name="Count">How many; null when not known.</param>
/// <param name="Amount">Their agreed investment in 分; null when not known or not asked.</param>
public sealed record ProjectTally(string Code, string Name, long? Count, long? Amount = null)
{
    /// <summary>The code of the indicator that sums their agreed investment; the counting one's when null.</summary>
    public string? AmountCode { get; init; }

    /// <summary>What the share in the signed projects is called, such as 履约率; null when it is not printed.</summary>
    public string? RateName { get; init; }

    /// <summary>Whether the amount is printed (starred when unknown).</summary>
    public bool HasAmount { get; init; } = Amount is not null;

    /// <summary>The page that lists these projects; null for the figure page.</summary>
    public string? Address { get; init; }
}
