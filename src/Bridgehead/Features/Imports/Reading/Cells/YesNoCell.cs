namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads yes and no.</summary>
internal static class YesNoCell
{
    private static readonly string[] Yes = ["是", "有", "√", "✓", "✔", "Y", "YES", "1", "TRUE", "对", "已", "T"];
    private static readonly string[] No = ["否", "无", "×", "✗", "X", "N", "NO", "0", "FALSE", "不", "未", "没有", "不是", "F"];

    public static bool? Read(LedgerCell cell)
    {
        if (cell.Raw is bool truth) return truth;
        if (cell.Plain() is not { } text) return null;
        var word = text.InForm(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
        if (Array.IndexOf(Yes, word) >= 0) return true;
        if (Array.IndexOf(No, word) >= 0) return false;
        cell.Say(Severity.Error, $"“{text}”看不出是或否，请填“是”或“否”");
        return null;
    }
}
