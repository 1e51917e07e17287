using System.Globalization;
using System.Text;

namespace Bridgehead;

/// <summary>A term of a search: it must be there, whole or as the beginning of a token.</summary>
/// <param name="Token">The token, of letters a–z, digits and Chinese characters only.</param>
/// <param name="IsPrefix">Whether the beginning of a token is enough.</param>
public sealed record SearchTerm(string Token, bool IsPrefix);

/// <summary>
/// Cuts text into the tokens it is found by: single Chinese characters and pairs, pinyin syllable runs and initials, lower-case words,
/// numbers, and the endings of long numbers (the last digits of a phone number or a code). The same on every database.
/// </summary>
public static class SearchTokens
{
    private const int LongestRun = 40;

    /// <summary>The distinct tokens of a record's text.</summary>
    public static IReadOnlyList<string> ForIndex(string text)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (run, isHan) in Runs(text))
        {
            if (isHan) AddHan(tokens, run);
            else AddWord(tokens, string.Concat(run));
        }
        return [.. tokens];
    }

    /// <summary>The terms of a query, all of which must match; empty when nothing searchable was typed.</summary>
    public static IReadOnlyList<SearchTerm> ForQuery(string text)
    {
        var terms = new List<SearchTerm>();
        foreach (var (run, isHan) in Runs(text.Length > 100 ? text[..100] : text))
        {
            if (!isHan) terms.Add(new SearchTerm(string.Concat(run), true));
            else if (run.Count == 1) terms.Add(new SearchTerm(run[0], false));
            else for (var i = 0; i + 1 < run.Count; i++) terms.Add(new SearchTerm(run[i] + run[i + 1], false));
        }
        return [.. terms.Distinct().Take(40)];
    }

    private static void AddHan(HashSet<string> tokens, List<string> run)
    {
        for (var i = 0; i < run.Count; i++)
        {
            tokens.Add(run[i]);
            if (i + 1 < run.Count) tokens.Add(run[i] + run[i + 1]);
        }
        AddPinyin(tokens, Pinyin.Of(run.Count > LongestRun ? run.GetRange(0, LongestRun) : run));
        // 单建国 is found as shan and as dan: whether two or three characters are a person cannot be told
        if (Pinyin.MayBeFamilyName(run)) AddPinyin(tokens, Pinyin.Of(run, isPersonsName: true));
        tokens.Remove("");
    }

    private static void AddPinyin(HashSet<string> tokens, IReadOnlyList<string> syllables)
    {
        var initials = string.Concat(syllables.Where(s => s.Length > 0).Select(s => s[0]));
        for (var i = 0; i < syllables.Count; i++)
        {
            // prefixes of "shenghuahuanbao" and of "shhb" from every character on: any stretch of the name is found by what is typed of it
            tokens.Add(string.Concat(syllables.Skip(i).Take(6)));
            if (initials.Length - i >= 2) tokens.Add(initials.Substring(i, Math.Min(12, initials.Length - i)));
        }
    }

    private static void AddWord(HashSet<string> tokens, string word)
    {
        if (word.Length > LongestRun) word = word[..LongestRun];
        tokens.Add(word);
        if (word.Length < 8 || !word.Any(char.IsAsciiDigit)) return;
        for (var start = 1; start <= word.Length - 4; start++) tokens.Add(word[start..]);
    }

    private static IEnumerable<(List<string> Run, bool IsHan)> Runs(string text)
    {
        var run = new List<string>();
        var isHan = false;
        foreach (var rune in Folded(text).EnumerateRunes())
        {
            var han = IsHan(rune);
            if (!han && !(rune.IsAscii && Rune.IsLetterOrDigit(rune)))
            {
                if (rune.Value == '-' && run.Count > 0 && !isHan) continue;
                if (run.Count > 0) yield return (run, isHan);
                run = [];
                continue;
            }
            if (run.Count > 0 && han != isHan)
            {
                yield return (run, isHan);
                run = [];
            }
            isHan = han;
            run.Add(rune.ToString());
        }
        if (run.Count > 0) yield return (run, isHan);
    }

    /// <summary>Full-width letters become plain, letters lose their accents and case.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Scrub(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) folded.Append(Rune.ToLowerInvariant(rune).ToString());
        return folded.ToString();
    }

    /// <summary>Half a surrogate pair, which no database stores, becomes a blank.</summary>
    private static string Scrub(string text) => string.Concat(text.EnumerateRunes().Select(r => r == Rune.ReplacementChar ? " " : r.ToString()));

    private static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF or 0x3007;
}
