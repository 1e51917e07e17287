namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads words.</summary>
internal static class TextCell
{
    public static string? Read(LedgerCell cell)
    {
        if (cell.Plain() is not { } text) return null;
        if (!HasInvisible(text)) return text.ReplaceLineEndings("\n");
        cell.Say(Severity.Note, $"含有不可见的控制字符，已去除");
        return string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t').Where(c => c is not ('\u200B' or '\uFEFF' or '\uFFFD')));
    }

    private static bool HasInvisible(string text)
    {
        foreach (var c in text)
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t') || c is '\u200B' or '\uFEFF' or '\uFFFD') return true;
        return false;
    }
}
