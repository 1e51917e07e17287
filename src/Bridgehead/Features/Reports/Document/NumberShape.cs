using System.Globalization;

namespace Bridgehead.Features.Reports;

/// <summary>How one number is printed, so that another value can be printed in its place in the same unit.</summary>
/// <param name="Divisor">How many of the value make one of the unit printed: 100000000 for 元 in 亿元.</param>
/// <param name="Decimals">Decimals, rounded half up.</param>
/// <param name="Fixed">Whether all decimals are printed, as in a column.</param>
/// <param name="Absolute">Whether the size alone is printed and the words around tell the direction.</param>
/// <param name="Step">The step it is rounded to where it is said with 近 or 逾; 0 to print it in full.</param>
public sealed record NumberShape(decimal Divisor, int Decimals, bool Fixed = false, bool Absolute = false, long Step = 0)
{
    /// <summary>A plain whole number.</summary>
    public static readonly NumberShape Plain = new(1, 0);

    /// <summary>The shape as one line of text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Divisor};{Decimals};{(Fixed ? 1 : 0)};{(Absolute ? 1 : 0)};{Step}");

    /// <summary>Reads <see cref="ToString"/>.</summary>
    public static NumberShape Read(string text)
    {
        var parts = text.Split(';');
        return new NumberShape(
            decimal.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2] == "1", parts[3] == "1", long.Parse(parts[4], CultureInfo.InvariantCulture));
    }

    /// <summary>A value's digits.</summary>
    public string Print(decimal value)
    {
        var said = Step > 0 ? Near(value) : value;
        var shown = Math.Round((Absolute ? Math.Abs(said) : said) / Divisor, Decimals, MidpointRounding.AwayFromZero);
        return shown.ToString(Fixed ? "F" + Decimals.ToString(CultureInfo.InvariantCulture) : "0." + new string('#', Decimals), CultureInfo.InvariantCulture);
    }

    private decimal Near(decimal value)
    {
        var round = Math.Round(value / Step, MidpointRounding.AwayFromZero) * Step;
        return round == 0 ? value : round;
    }
}
