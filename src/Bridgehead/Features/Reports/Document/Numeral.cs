namespace Bridgehead.Features.Reports;

/// <summary>Chinese numerals for headings.</summary>
public static class Numeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>一 to 九十九.</summary>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 99);
        var (tens, ones) = (number / 10, number % 10);
        var head = tens switch { 0 => "", 1 => "十", _ => Digits[tens] + "十" };
        return ones == 0 ? head : head + Digits[ones];
    }
}
