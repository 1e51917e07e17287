using System.Globalization;
using System.Text;

namespace Bridgehead;

/// <summary>The name a file is shown under: the last part of whatever path came with it, without anything that hides, reorders or breaks a line.</summary>
public static class AttachmentName
{
    /// <summary>The longest name, in characters; a longer one is cut before its suffix.</summary>
    public const int Longest = 120;

    /// <summary>The name as it is kept and shown.</summary>
    public static string Clean(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse)
                && rune != Rune.ReplacementChar)
                name.Append("<>:\"|?*".Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal) ? "_" : rune.ToString());
        var clean = name.ToString().Trim().Trim('.').Trim();
        if (clean.Length == 0) return "附件";
        if (clean.Length <= Longest) return clean;
        var suffix = Suffix(clean);
        return Cut(clean[..^suffix.Length], Longest - suffix.Length) + suffix;
    }

    /// <summary>The suffix with its dot, in lower case when compared; empty when there is none or it is longer than 10 characters.</summary>
    public static string Suffix(string name) => Path.GetExtension(name) is { Length: > 1 and <= 11 } suffix ? suffix : "";

    private static string Cut(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
