using System.Globalization;

namespace Bridgehead.Features.Imports.Reading;

/// <summary>Which number formats show a day (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are the Chinese ones).</summary>
internal static class DateFormats
{
    public static NumberLook LookOf(int builtIn) => IsDate(builtIn) ? NumberLook.Day : builtIn is 9 or 10 ? NumberLook.Share : NumberLook.Plain;

    public static NumberLook LookOf(string format) =>
        IsDate(format) ? NumberLook.Day : format.Split(';')[0].Contains('%') ? NumberLook.Share : NumberLook.Plain;

    private static bool IsDate(int builtIn) => builtIn is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58;

    /// <summary>True when the format shows a year, month or day rather than only hours, and is no number format.</summary>
    private static bool IsDate(string format)
    {
        var section = format.Split(';')[0];
        bool quoted = false, bracket = false, year = false, day = false, month = false, hour = false;
        for (var i = 0; i < section.Length; i++)
        {
            var c = char.ToLowerInvariant(section[i]);
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\\' or '_' or '*') i++;
            else if (c == '[') bracket = true;
            else if (c == ']') bracket = false;
            else if (bracket) continue;
            else if (c == 'y') year = true;
            else if (c == 'd') day = true;
            else if (c is 'h' or 's') hour = true;
            else if (c == 'm') month = true;
            else if (c is '0' or '#' or '?' && !hour) return false;
        }
        return year || day || month && !hour;
    }

    /// <summary>The day a serial number stands for; null outside 1900 to 9999. Serial 60, the day that never was, falls on 28 February 1900.</summary>
    public static DateTime? Day(double serial, bool from1904)
    {
        if (from1904) serial += 1462;
        if (serial is < 1 or >= 2_958_466) return null;
        if (serial < 60) serial += 1;
        return new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(Math.Round(serial * 86_400));
    }

    public static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
