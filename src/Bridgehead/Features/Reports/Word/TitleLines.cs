namespace Bridgehead.Features.Reports;

/// <summary>Breaks a title into lines between its words so that they form a trapezium, the longer line on top, never two of one length.</summary>
public static class TitleLines
{
    /// <summary>Characters of 2号 that a line of 156 mm holds with air on both sides (22 pt is 7.76 mm, 20 fill it).</summary>
    private const double Widest = 18;

    /// <summary>The lines of the title.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> words)
    {
        var whole = string.Concat(words);
        if (Width(whole) <= Widest || words.Count == 1) return [whole];
        var split = Enumerable.Range(1, words.Count - 1)
            .Select(at => (Upper: string.Concat(words.Take(at)), Lower: string.Concat(words.Skip(at))))
            .OrderBy(lines => Math.Max(Width(lines.Upper), Width(lines.Lower)) > Widest ? 1 : 0)
            .ThenBy(lines => Width(lines.Upper) > Width(lines.Lower) ? 0 : 1)
            .ThenBy(lines => Math.Abs(Width(lines.Upper) - Width(lines.Lower)))
            .First();
        return [split.Upper, split.Lower];
    }

    /// <summary>The width of a text in Chinese characters: Latin letters and digits take half of one.</summary>
    public static double Width(string text) => text.Sum(character => character < 0x2E80 && character is not ('—' or '“' or '”') ? 0.5 : 1);
}
