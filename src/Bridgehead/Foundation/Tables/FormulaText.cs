namespace Bridgehead;

/// <summary>Text that a spreadsheet program would take for a formula, and how it is kept from that.</summary>
public static class FormulaText
{
    /// <summary>True when a program may calculate the text instead of showing it (OWASP: CSV injection), also behind apostrophes.</summary>
    public static bool IsRisky(string text) =>
        text.TrimStart('\'') is { Length: > 0 } rest && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    /// <summary>For text files: with an apostrophe in front where there is a risk.</summary>
    public static string Guard(string text) => IsRisky(text) ? "'" + text : text;

    /// <summary>Takes one guarding apostrophe away again.</summary>
    public static string Unguard(string text) => text.Length > 1 && text[0] == '\'' && IsRisky(text) ? text[1..] : text;
}
