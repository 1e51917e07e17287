using System.Globalization;

namespace Bridgehead.Features.Ledger;

/// <summary>The units figures are written in, and how many smallest units (fen, cents, things) one of them holds.</summary>
public static class UnitOfMeasure
{
    private static readonly Dictionary<string, (Measure Measure, long Smallest)> Known = new()
    {
        ["个"] = (Measure.Count, 1), ["家"] = (Measure.Count, 1), ["项"] = (Measure.Count, 1), ["人"] = (Measure.Count, 1), ["次"] = (Measure.Count, 1),
        ["元"] = (Measure.Yuan, 100), ["万元"] = (Measure.Yuan, 1_000_000), ["千万元"] = (Measure.Yuan, 1_000_000_000), ["亿元"] = (Measure.Yuan, 10_000_000_000),
        ["美元"] = (Measure.Usd, 100), ["万美元"] = (Measure.Usd, 1_000_000), ["亿美元"] = (Measure.Usd, 10_000_000_000),
    };

    /// <summary>Every unit there is.</summary>
    public static IEnumerable<string> All => Known.Keys;

    /// <summary>Whether a unit writes this measure.</summary>
    public static bool Fits(string unit, Measure measure) => Known.TryGetValue(unit, out var known) && known.Measure == measure;

    /// <summary>An amount written in a unit, in smallest units. Refused for an unknown unit, one of another measure, a part of a fen, or beyond what can be kept.</summary>
    public static long Read(decimal amount, string unit, Measure measure)
    {
        Refusal.Unless(Known.ContainsKey(unit), $"不认识的计量单位“{unit}”，可用：个、家、项、元、万元、亿元、美元、万美元、亿美元");
        Refusal.Unless(Fits(unit, measure), $"计量单位“{unit}”与指标的计量方式不符");
        Refusal.When(Math.Abs(amount) > 90_000_000_000_000_000m / Known[unit].Smallest, $"数值{amount}{unit}过大，请核对计量单位");
        var smallest = amount * Known[unit].Smallest;
        Refusal.Unless(smallest == decimal.Truncate(smallest), $"数值{amount}{unit}不是整数个最小单位（分、个），请核对");
        return (long)smallest;
    }

    /// <summary>Smallest units written in a unit, exact.</summary>
    public static decimal Write(long smallest, string unit) => smallest / (decimal)Known[unit].Smallest;

    /// <summary>Smallest units as text in a unit: "1005136 万元", without rounding.</summary>
    public static string Text(long smallest, string unit) =>
        Write(smallest, unit).ToString("#,0.##########", CultureInfo.InvariantCulture) + unit;
}
