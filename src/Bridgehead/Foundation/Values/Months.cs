using System.Globalization;

namespace Bridgehead;

/// <summary>A span of whole months within 1990 to 2100, as the ledger counts them (yyyymm), in the city's time.</summary>
public readonly record struct Months
{
    /// <summary>A span from one month to another.</summary>
    public Months(int from, int to)
    {
        Refusal.Unless(IsMonth(from) && IsMonth(to), $"月份应写成2022-01这样，在1990年至2100年之间");
        Refusal.When(from > to, $"起始月份不能晚于截止月份");
        (From, To) = (from, to);
    }

    /// <summary>The first month, yyyymm.</summary>
    public int From { get; }
    /// <summary>The last month, yyyymm.</summary>
    public int To { get; }
    /// <summary>How many months.</summary>
    public int Count => Ordinal(To) - Ordinal(From) + 1;
    /// <summary>The year of its last month.</summary>
    public int Year => To / 100;
    /// <summary>Whether it runs from a January to a month of the same year: only then is there a completion and a pace.</summary>
    public bool IsYearToDate => From % 100 == 1 && From / 100 == To / 100;
    /// <summary>The same months a year before.</summary>
    public Months YearBefore => new(From - 100, To - 100);
    /// <summary>Every month of it.</summary>
    public IEnumerable<int> Each()
    {
        for (var month = From; month <= To; month = Next(month)) yield return month;
    }

    /// <summary>The whole year.</summary>
    public static Months OfYear(int year) => new(year * 100 + 1, year * 100 + 12);

    /// <summary>The month of a day.</summary>
    public static int Of(DateOnly day) => day.Year * 100 + day.Month;

    /// <summary>The last day of a month.</summary>
    public static DateOnly LastDay(int month) => new(month / 100, month % 100, DateTime.DaysInMonth(month / 100, month % 100));

    /// <summary>The month after.</summary>
    public static int Next(int month) => month % 100 == 12 ? month + 89 : month + 1;

    /// <summary>Reads "2022-01".</summary>
    public static bool TryRead(string? text, out int month)
    {
        month = DateOnly.TryParseExact(text?.Trim() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Of(day) : 0;
        return IsMonth(month);
    }

    /// <summary>Reads two months. Refused when they are none.</summary>
    public static Months Read(string? from, string? to)
    {
        Refusal.Unless(TryRead(from, out var first), $"起始月份“{from}”应写成2022-01这样");
        Refusal.Unless(TryRead(to, out var last), $"截止月份“{to}”应写成2022-12这样");
        return new Months(first, last);
    }

    /// <summary>A month as text: "2022-01".</summary>
    public static string Text(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100:0000}-{month % 100:00}");

    /// <inheritdoc />
    public override string ToString() => From == To ? Text(From) : $"{Text(From)}…{Text(To)}";

    /// <summary>Whether a number is a month, yyyymm, within the years kept.</summary>
    public static bool IsMonth(int month) => month / 100 is >= 1990 and <= 2100 && month % 100 is >= 1 and <= 12;

    private static int Ordinal(int month) => month / 100 * 12 + month % 100;
}
