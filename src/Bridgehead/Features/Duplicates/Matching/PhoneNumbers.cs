using System.Text;

namespace Bridgehead.Features.Duplicates;

/// <summary>Telephone numbers within a text: mobile numbers of eleven digits, and fixed lines with their area code.</summary>
public static class PhoneNumbers
{
    /// <summary>The numbers, digits only, without the country code, each once.</summary>
    public static IReadOnlyList<string> In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var (found, number) = (new List<string>(), new StringBuilder());
        foreach (var c in MatchName.Folded(text) + "\n")
        {
            if (char.IsAsciiDigit(c)) number.Append(c);
            else if (!(c is '-' or ' ' or '(' or ')' && number.Length > 0)) Take();
        }
        return found;

        void Take()
        {
            var digits = number.ToString();
            number.Clear();
            if (digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal)) digits = digits[2..];
            if (digits.Length is >= 10 and <= 12 && !found.Contains(digits)) found.Add(digits);
        }
    }
}
