using System.Text;

namespace Bridgehead;

/// <summary>Text in one of Unicode's normal forms (UAX #15), without asking the library for text that has only one.</summary>
internal static class NormalText
{
    /// <summary>The text in the form; itself where it holds nothing but ASCII and the common Han characters (U+4E00 to U+9FFF), which no form changes.</summary>
    public static string InForm(this string text, NormalizationForm form) => HasOneForm(text) ? text : text.Normalize(form);

    private static bool HasOneForm(string text)
    {
        foreach (var c in text)
            if (c is not (<= '\u007f' or (>= '\u4e00' and <= '\u9fff'))) return false;
        return true;
    }
}
