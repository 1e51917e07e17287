using System.Text.RegularExpressions;

namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>Reads telephone numbers; what is none is kept with a warning, for a contact is worth more than its form.</summary>
internal static partial class PhoneCell
{
    public static string? Read(LedgerCell cell)
    {
        var text = cell.Raw is double ? CodeCell.Read(cell) : cell.Plain();
        if (text is null) return null;
        // a mobile number and nothing else, as most are
        if (text.Length == 11 && text[0] == '1' && text[1] is >= '3' and <= '9' && !text.AsSpan().ContainsAnyExceptInRange('0', '9')) return text;
        var numbers = text.InForm(System.Text.NormalizationForm.FormKC).Split(['、', ',', ';', '/', '\n', '，', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(number => number.Replace(" ", "", StringComparison.Ordinal)).ToList();
        if (numbers.TrueForAll(number => Number().IsMatch(number))) return string.Join('、', numbers);
        cell.Say(Severity.Warning, $"“{text}”不像电话号码，照原样保留，请核对");
        return text;
    }

    [GeneratedRegex(@"^(?:\+?86-?)?(?:1[3-9]\d{9}|1[3-9]\d-\d{4}-\d{4}|\(?0\d{2,3}\)?-?\d{7,8}(?:[-转]\d{1,6})?|\d{7,8}|[48]00-?\d{3,4}-?\d{3,4})$|^\+\d{6,15}$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
