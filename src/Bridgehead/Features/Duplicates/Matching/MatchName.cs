using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Icu;

namespace Bridgehead.Features.Duplicates;

/// <summary>
/// A name as it is compared: half width, lower case, simplified characters, without blanks, brackets, legal forms, project words (项目, 一期, 建设) and
/// the region it begins with. The region is kept aside: 四川通威 may be 通威, but 上海新材料 is not 成都新材料.
/// </summary>
/// <param name="Core">What is left of the name.</param>
/// <param name="Region">The region it named; empty for none.</param>
public readonly record struct MatchName(string Core, string Region)
{
    private const string Opening = "([{【〔「《<";
    private const int LeastCore = 2, LeastAfterRegion = 4;

    private static readonly SearchValues<char> Closing = SearchValues.Create(")]}】〕」》>");
    private static readonly string[] LegalForms = ["股份有限公司", "有限责任公司", "有限公司", "集团公司", "集团"];
    private static readonly string[] Endings = ["项目", "建设", "公司"];

    private static readonly FrozenSet<string> Regions = Division.All
        .SelectMany(d => d.Level == DivisionLevel.County ? [d.Name] : new[] { d.Name, d.ShortName }).Where(n => n.Length >= 2).Append("中国").ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RegionSpans = Regions.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int LongestRegion = Regions.Max(r => r.Length);
    private static readonly char[] Simple = new char[char.MaxValue + 1];
    private static readonly Lock Gate = new();
    private static Transliterator? simplifier;

    /// <summary>Whether there is anything to compare.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Core);

    /// <summary>How it sounds: pinyin without tones, so that homophones are alike.</summary>
    public string Sound => Spelled(Core);

    /// <summary>
    /// Whether two names of one length sound alike. Only Han characters may differ, which is looked at before anything is spelled: most names of one investor differ in a number.
    /// </summary>
    public bool SoundsLike(MatchName other)
    {
        if (Core.Length != other.Core.Length) return false;
        for (var i = 0; i < Core.Length; i++)
            if (Core[i] != other.Core[i] && (Core[i] < 0x3400 || other.Core[i] < 0x3400)) return false;
        return Core == other.Core || Sound == other.Sound;
    }

    /// <summary>Whether the other is the same name: the same core, and regions that do not contradict each other.</summary>
    public bool Is(MatchName other) => !IsEmpty && Core == other.Core && Agrees(other);

    /// <summary>Whether the regions do not contradict each other: one is not said, or one is within the other.</summary>
    public bool Agrees(MatchName other) =>
        Region.Length == 0 || other.Region.Length == 0 || Region.Contains(other.Region, StringComparison.Ordinal) || other.Region.Contains(Region, StringComparison.Ordinal);

    /// <summary>A name as it is compared; empty for none.</summary>
    public static MatchName Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new MatchName("", "");
        var region = new StringBuilder();
        var plain = Plain(text, region);
        var core = WithoutForms(plain);
        core = WithoutRegion(core, region);
        core = WithoutEndings(core);
        return new MatchName(core.Length >= LeastCore ? core : plain, region.ToString());
    }

    /// <summary>Letters, digits and simplified characters in half width and lower case; a region in brackets goes to the regions.</summary>
    private static string Plain(string text, StringBuilder region)
    {
        var folded = Folded(text);
        var plain = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (Opening.Contains(c, StringComparison.Ordinal) && folded.AsSpan(i + 1).IndexOfAny(Closing) is > 0 and var length && InBrackets(folded.AsSpan(i + 1, length)) is { } place)
            {
                region.Append(place);
                i += length + 1;
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) plain.Append(c < 0x2E80 ? char.ToLowerInvariant(c) : Simplified(c));
        }
        return plain.ToString();
    }

    /// <summary>Half width; half a surrogate pair, which nothing can be made of, becomes a blank.</summary>
    internal static string Folded(string text) =>
        (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(text.EnumerateRunes().Select(r => r == Rune.ReplacementChar ? " " : r.ToString())) : text).InForm(NormalizationForm.FormKC);

    private static string? InBrackets(ReadOnlySpan<char> inside)
    {
        var trimmed = inside.Trim();
        return trimmed.Length is >= 2 and <= 8 && (RegionSpans.Contains(trimmed) || IsPlace(trimmed)) ? Stem(trimmed.ToString()) : null;
    }

    private static string WithoutForms(string name)
    {
        foreach (var form in LegalForms)
            if (name.Contains(form, StringComparison.Ordinal) && name.Replace(form, "", StringComparison.Ordinal) is { Length: >= LeastCore } rest) name = rest;
        return name;
    }

    private static string WithoutRegion(string name, StringBuilder region)
    {
        while (RegionAtStart(name) is > 0 and var length && name.Length - length >= LeastAfterRegion)
        {
            region.Append(Stem(name[..length]));
            name = name[length..];
        }
        return name;
    }

    private static int RegionAtStart(string name)
    {
        for (var length = Math.Min(LongestRegion, name.Length - LeastAfterRegion); length >= 2; length--)
            if (RegionSpans.Contains(name.AsSpan(0, length))) return length;
        for (var length = 3; length <= 4 && length < name.Length; length++)
            if (IsPlace(name.AsSpan(0, length))) return length;
        return 0;
    }

    /// <summary>Whether two or three characters are followed by 省, 市, 县 or 区, as places nobody listed are written; 园区 and the like are none.</summary>
    private static bool IsPlace(ReadOnlySpan<char> name) =>
        name.Length is 3 or 4 && name[^1] is '省' or '市' or '县' or '区' && name[^2] is not ('园' or '发' or '新' or '库' or '社' or '小' or '景' or '片' or '城' or '厂') && name[0] >= 0x4E00;

    /// <summary>成都市 and 成都 are one place.</summary>
    private static string Stem(string place) => place.Length > 2 && place[^1] is '省' or '市' or '县' or '区' ? place[..^1] : place;

    private static string WithoutEndings(string name)
    {
        for (var before = -1; before != name.Length;)
        {
            before = name.Length;
            foreach (var ending in Endings)
                if (name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length >= LeastCore) name = name[..^ending.Length];
            name = WithoutPhase(name);
        }
        return name;
    }

    /// <summary>Cuts 一期, 二期, 第3期 from the end.</summary>
    private static string WithoutPhase(string name)
    {
        if (!name.EndsWith('期')) return name;
        var cut = name.Length - 1;
        while (cut > 0 && (char.IsAsciiDigit(name[cut - 1]) || "一二三四五六七八九十".Contains(name[cut - 1], StringComparison.Ordinal))) cut--;
        if (cut == name.Length - 1) return name;
        if (cut > 0 && name[cut - 1] == '第') cut--;
        return cut >= LeastCore ? name[..cut] : name;
    }

    private static char Simplified(char c)
    {
        if (char.IsSurrogate(c)) return c;
        if (Simple[c] is not '\0' and var known) return known;
        lock (Gate)
        {
            simplifier ??= Transliterator.CreateInstance("Traditional-Simplified");
            var said = simplifier.Transliterate(c.ToString(CultureInfo.InvariantCulture));
            return Simple[c] = said.Length == 1 ? said[0] : c;
        }
    }

    private static string Spelled(string text)
    {
        var (spelled, run) = (new StringBuilder(text.Length * 4), new List<string>());
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x3400 and <= 0x9FFF)
            {
                run.Add(SearchTokens.Character(rune));
                continue;
            }
            Flush();
            spelled.Append(rune.ToString());
        }
        Flush();
        return spelled.ToString();

        void Flush()
        {
            if (run.Count > 0) spelled.AppendJoin("", Pinyin.Of(run));
            run.Clear();
        }
    }
}
