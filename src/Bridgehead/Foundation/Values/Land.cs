using System.Globalization;

namespace Bridgehead;

/// <summary>An area of land, kept as whole square decimetres. One mu is 2000/3 square metres.</summary>
/// <param name="SquareDecimetres">The area in square decimetres.</param>
public readonly record struct Land(long SquareDecimetres) : IComparable<Land>
{
    /// <summary>None.</summary>
    public static Land Zero => default;

    /// <summary>The area in square metres, exact.</summary>
    public decimal SquareMetres => SquareDecimetres / 100m;

    /// <summary>The area in mu.</summary>
    public decimal Mu => SquareDecimetres * 3m / 200_000m;

    /// <summary>An area in mu, to the nearest square decimetre. Refused below 0 and beyond 15 million mu.</summary>
    public static Land FromMu(decimal mu)
    {
        Refusal.Unless(mu is >= 0 and <= 15_000_000m, $"用地面积{mu}亩不合理，请核对单位");
        return new Land((long)Math.Round(mu * 200_000m / 3m, MidpointRounding.AwayFromZero));
    }

    /// <summary>An area in square metres, to the nearest square decimetre. Refused below 0 and beyond 10,000 square kilometres.</summary>
    public static Land FromSquareMetres(decimal metres)
    {
        Refusal.Unless(metres is >= 0 and <= 10_000_000_000m, $"用地面积{metres}平方米不合理，请核对单位");
        return new Land((long)Math.Round(metres * 100m, MidpointRounding.AwayFromZero));
    }

    /// <inheritdoc />
    public int CompareTo(Land other) => SquareDecimetres.CompareTo(other.SquareDecimetres);
    /// <summary>Whether it is less.</summary>
    public static bool operator <(Land left, Land right) => left.SquareDecimetres < right.SquareDecimetres;
    /// <summary>Whether it is more.</summary>
    public static bool operator >(Land left, Land right) => left.SquareDecimetres > right.SquareDecimetres;
    /// <summary>Whether it is not more.</summary>
    public static bool operator <=(Land left, Land right) => left.SquareDecimetres <= right.SquareDecimetres;
    /// <summary>Whether it is not less.</summary>
    public static bool operator >=(Land left, Land right) => left.SquareDecimetres >= right.SquareDecimetres;

    /// <summary>The area in mu with up to two digits: "120.5亩".</summary>
    public override string ToString() => Math.Round(Mu, 2, MidpointRounding.AwayFromZero).ToString("#,0.##", CultureInfo.InvariantCulture) + "亩";
}
