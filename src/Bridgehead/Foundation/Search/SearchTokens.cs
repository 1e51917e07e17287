using System.Globalization;
using System.Text;

namespace Bridgehead;

/// <summary>A term of a search: it must be there, whole, as the beginning of a token, or as the end of a number.</summary>
/// <param name="Token">The token, of letters a–z, digits and Chinese characters only.</param>
/// <param name="IsPrefix">Whether the beginning of a token is enough.</param>
/// <param name="Ending">For a number or code: the beginning of the token it has when it ends so.</param>
public sealed record SearchTerm(string Token, bool IsPrefix, string? Ending = null);

/// <summary>
/// Cuts text into the tokens it is found by: pairs of Chinese characters, pinyin syllable runs and initials, lower-case words, numbers
/// and codes from the front, from each dash, and from the end (the last digits of a phone number). The same on every database.
/// </summary>
public static class SearchTokens
{
    private const int LongestRun = 40;

    /// <summary>Stands before a number written backwards, so that its ending is the beginning of a token; in what is typed it only separates.</summary>
    private const char Backwards = '〈';

    /// <summary>What nearly every company's name ends with; nobody looks for one by spelling this.</summary>
    private static readonly string[] LegalForms = ["股份有限公司", "有限责任公司", "有限公司"];

    private static readonly string?[] Characters = new string?[char.MaxValue + 1];

    /// <summary>The distinct tokens of a record's text.</summary>
    public static IReadOnlyCollection<string> ForIndex(string text)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        ForIndex(text, tokens);
        return tokens;
    }

    /// <summary>Adds the distinct tokens of a record's text to others.</summary>
    public static void ForIndex(string text, HashSet<string> tokens)
    {
        foreach (var run in Runs(text))
        {
            if (run.IsHan) AddHan(tokens, run.Characters);
            else AddWord(tokens, string.Concat(run.Characters), run.Joints);
        }
    }

    /// <summary>The terms of a query, all of which must match; empty when nothing searchable was typed.</summary>
    public static IReadOnlyList<SearchTerm> ForQuery(string text)
    {
        var terms = new List<SearchTerm>();
        foreach (var (run, isHan, _) in Runs(text.Length > 100 ? text[..100] : text))
        {
            if (!isHan) terms.Add(Word(string.Concat(run)));
            else if (run.Count == 1) terms.Add(new SearchTerm(run[0], true));
            else for (var i = 0; i + 1 < run.Count; i++) terms.Add(new SearchTerm(run[i] + run[i + 1], false));
        }
        return [.. terms.Distinct().Take(40)];
    }

    private static SearchTerm Word(string word) =>
        new(word, true, word.Length >= 3 && word.Length <= LongestRun && word.Any(char.IsAsciiDigit) ? Reversed(word) : null);

    private static void AddHan(HashSet<string> tokens, List<string> run)
    {
        // a character alone is found as the beginning of its pair; only the last has none
        for (var i = 0; i + 1 < run.Count; i++) tokens.Add(run[i] + run[i + 1]);
        tokens.Add(run[^1]);
        var spelled = run.Count > LongestRun ? run.GetRange(0, LongestRun) : run;
        AddPinyin(tokens, Pinyin.Of(spelled), spelled.Count - LegalForm(spelled));
        // 单建国 is found as shan and as dan: whether two or three characters are a person cannot be told
        if (Pinyin.MayBeFamilyName(run)) AddPinyin(tokens, Pinyin.Of(run, isPersonsName: true), run.Count);
        tokens.Remove("");
    }

    /// <summary>How many characters at the end are the legal form, when there is a name before it.</summary>
    private static int LegalForm(List<string> run)
    {
        foreach (var form in LegalForms)
            if (run.Count > form.Length && EndsWith(run, form)) return form.Length;
        return 0;
    }

    private static bool EndsWith(List<string> run, string form)
    {
        for (var i = 1; i <= form.Length; i++)
            if (run[^i].Length != 1 || run[^i][0] != form[^i]) return false;
        return true;
    }

    private static void AddPinyin(HashSet<string> tokens, IReadOnlyList<string> syllables, int starts)
    {
        var spelled = string.Concat(syllables);
        Span<int> begins = stackalloc int[syllables.Count + 1];
        Span<char> firsts = stackalloc char[syllables.Count];
        var (at, count) = (0, 0);
        for (var i = 0; i < syllables.Count; i++)
        {
            begins[i] = at;
            if (syllables[i] is not { Length: > 0 } syllable) continue;
            firsts[count++] = syllable[0];
            at += syllable.Length;
        }
        begins[^1] = at;
        var initials = firsts[..count];
        for (var i = 0; i < starts; i++)
        {
            // prefixes of "shenghuahuanbao" and of "shhb" from every character on: any stretch of the name is found by what is typed of it
            tokens.Add(spelled[begins[i]..begins[Math.Min(i + 6, syllables.Count)]]);
            if (initials.Length - i >= 2) tokens.Add(initials.Slice(i, Math.Min(12, initials.Length - i)).ToString());
        }
    }

    private static void AddWord(HashSet<string> tokens, string word, IReadOnlyList<int> joints)
    {
        if (word.Length > LongestRun) word = word[..LongestRun];
        tokens.Add(word);
        foreach (var joint in joints)
            if (joint < word.Length) tokens.Add(word[joint..]);
        if (word.Length < 4 || !word.AsSpan().ContainsAnyInRange('0', '9')) return;
        // the organisation code within a credit code is what older papers state
        if (word.Length == 18) tokens.Add(word[8..]);
        tokens.Add(Reversed(word));
    }

    private static string Reversed(string word) => string.Create(word.Length + 1, word, static (span, w) =>
    {
        span[0] = Backwards;
        w.CopyTo(span[1..]);
        span[1..].Reverse();
    });

    /// <summary>The runs of Chinese characters and of letters and digits; the lists are used again for the next one.</summary>
    private static IEnumerable<(List<string> Characters, bool IsHan, List<int> Joints)> Runs(string text)
    {
        var (run, joints) = (new List<string>(LongestRun), new List<int>());
        var isHan = false;
        foreach (var rune in Folded(text).EnumerateRunes())
        {
            var han = IsHan(rune);
            if (!han && !(rune.IsAscii && Rune.IsLetterOrDigit(rune)))
            {
                if (rune.Value == '-' && run.Count > 0 && !isHan)
                {
                    joints.Add(run.Count);
                    continue;
                }
                if (run.Count > 0) yield return (run, isHan, joints);
                run.Clear();
                joints.Clear();
                continue;
            }
            if (run.Count > 0 && han != isHan)
            {
                yield return (run, isHan, joints);
                run.Clear();
                joints.Clear();
            }
            isHan = han;
            run.Add(Character(rune));
        }
        if (run.Count > 0) yield return (run, isHan, joints);
    }

    /// <summary>A character as text; the same one each time, for a name is cut into its characters again and again.</summary>
    internal static string Character(Rune rune) => rune.IsBmp ? Characters[rune.Value] ??= rune.ToString() : rune.ToString();

    /// <summary>Full-width letters become plain, letters lose their accents and case.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        Span<char> pair = stackalloc char[2];
        foreach (var rune in Scrub(text).InForm(NormalizationForm.FormKD).EnumerateRunes())
            // nearly all: what has neither accent nor case, or is plain
            if (rune.IsAscii) folded.Append(char.ToLowerInvariant((char)rune.Value));
            else if (IsHan(rune)) folded.Append(pair[..rune.EncodeToUtf16(pair)]);
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) folded.Append(pair[..Rune.ToLowerInvariant(rune).EncodeToUtf16(pair)]);
        return folded.ToString();
    }

    /// <summary>Half a surrogate pair, which no database stores, becomes a blank.</summary>
    private static string Scrub(string text) =>
        text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(text.EnumerateRunes().Select(r => r == Rune.ReplacementChar ? " " : r.ToString())) : text;

    private static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF or 0x3007;
}
