namespace Bridgehead.Features.Imports;

/// <summary>The units of money a person can choose for amounts that state none.</summary>
public static class MoneyUnits
{
    /// <summary>The units, as ledgers write them.</summary>
    public static IReadOnlyList<string> All { get; } = ["元", "万元", "亿元", "万美元"];
}
