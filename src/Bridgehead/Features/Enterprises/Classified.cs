using System.Buffers;

namespace Bridgehead.Features.Enterprises;

/// <summary>What the register writes in words, by its code in the standards: industries (GB/T 4754) and divisions (GB/T 2260).</summary>
internal static class Classified
{
    private static readonly char[] Between = ['-', '—', '>', '/', '、', '，', ',', ';', '；'];
    private static readonly SearchValues<char> AnyBetween = SearchValues.Create(Between);

    /// <summary>The industry of a code, a name, or both ("C3841 锂离子电池制造"); of a path of names the last that is known. None when nothing is known.</summary>
    public static Industry? ReadIndustry(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var words = text.Trim();
        if (Industry.Named(words) is { } named) return named;
        var cut = words.IndexOf(' ', StringComparison.Ordinal);
        if (Industry.Find(cut > 0 ? words[..cut] : words) is { } coded) return coded;
        if (!words.AsSpan().ContainsAny(AnyBetween)) return null;
        return words.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse().Select(Industry.Named).FirstOrDefault(i => i is not null);
    }

    /// <summary>The code of an industry with the letter of its section before it: "C", "C38", "C3841". What is within another begins with its code.</summary>
    public static string Code(Industry industry) => industry.Level == IndustryLevel.Section ? industry.Code : industry.Section.Code + industry.Code;

    /// <summary>The division of a name in full or in speech, or of a code. None when it is not known or several counties share the name.</summary>
    public static Division? ReadDivision(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Division.Find(text) is { } coded) return coded;
        var named = Division.Named(text);
        return named.Count == 1 || (named.Count > 1 && named[0].Level < named[1].Level) ? named[0] : null;
    }

    /// <summary>How the codes of everything within a division begin: two digits for a province, four for a city, six for a county.</summary>
    public static string Beginning(Division division) => division.Level switch
    {
        DivisionLevel.Province => division.Code[..2],
        DivisionLevel.Prefecture => division.Code[..4],
        _ => division.Code,
    };
}
