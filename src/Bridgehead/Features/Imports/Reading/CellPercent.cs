using System.Globalization;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>A number whose cell is formatted as a percentage: 0.5 shows as 50%.</summary>
public sealed record CellPercent(double Fraction)
{
    /// <inheritdoc />
    public override string ToString() => ((decimal)Fraction * 100).ToString("0.##########", CultureInfo.InvariantCulture) + "%";
}
