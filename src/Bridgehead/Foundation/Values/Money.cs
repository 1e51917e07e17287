using System.Globalization;

namespace Bridgehead;

/// <summary>An amount of yuan, kept as whole fen (reliability rule 8). Sums are checked and refuse to overflow.</summary>
/// <param name="Fen">The amount in fen.</param>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>The amount in yuan, exact.</summary>
    public decimal Yuan => Fen / 100m;

    /// <summary>The amount in 万元, exact.</summary>
    public decimal Wan => Fen / 1_000_000m;

    /// <summary>The amount in 亿元, exact.</summary>
    public decimal Yi => Fen / 10_000_000_000m;

    /// <summary>An amount of yuan. Refused for parts of a fen and beyond ±90 trillion yuan.</summary>
    public static Money FromYuan(decimal yuan) => FromParts(yuan, 100m, "元");

    /// <summary>An amount of 万元. Refused for parts of a fen and beyond ±90 trillion yuan.</summary>
    public static Money FromWan(decimal wan) => FromParts(wan, 1_000_000m, "万元");

    /// <summary>An amount of 亿元. Refused for parts of a fen and beyond ±90 trillion yuan.</summary>
    public static Money FromYi(decimal yi) => FromParts(yi, 10_000_000_000m, "亿元");

    /// <summary>The sum.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));
    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Fen - right.Fen));
    /// <summary>The opposite.</summary>
    public static Money operator -(Money amount) => new(checked(-amount.Fen));
    /// <summary>Whether it is less.</summary>
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;
    /// <summary>Whether it is more.</summary>
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;
    /// <summary>Whether it is not more.</summary>
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;
    /// <summary>Whether it is not less.</summary>
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    /// <inheritdoc />
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The amount in yuan with two digits: "1,234.50元".</summary>
    public override string ToString() => Yuan.ToString("#,0.00", CultureInfo.InvariantCulture) + "元";

    private static Money FromParts(decimal amount, decimal fen, string unit)
    {
        Refusal.When(Math.Abs(amount) > 9_000_000_000_000_000m / fen, $"金额{amount}{unit}过大，请核对单位");
        var exact = amount * fen;
        Refusal.Unless(exact == decimal.Truncate(exact), $"金额{amount}{unit}精确到分以下，请核对");
        return new Money((long)exact);
    }
}
