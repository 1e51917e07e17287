namespace Bridgehead.Features.Enterprises;

/// <summary>Personal data as everybody may see it: enough to know which it is, too little to use it.</summary>
public static class Masked
{
    /// <summary>Telephone numbers: of each the first three and the last four digits ("138****1234"), of a short one the last two.</summary>
    public static string? Phone(string? phone)
    {
        if (string.IsNullOrWhiteSpace(phone)) return null;
        var letters = phone.ToCharArray();
        for (var at = 0; at < letters.Length;)
        {
            var end = at;
            while (end < letters.Length && (char.IsAsciiDigit(letters[end]) || (letters[end] is '-' or ' ' or '+' && end + 1 < letters.Length && char.IsAsciiDigit(letters[end + 1])))) end++;
            Hide(letters, at, end);
            at = end + 1;
        }
        return new string(letters);
    }

    /// <summary>A name: the family name and stars ("王**"); a foreign one its first letter.</summary>
    public static string Name(string name)
    {
        var plain = name.Trim();
        if (plain.Length == 0) return "";
        var first = char.IsHighSurrogate(plain[0]) && plain.Length > 1 ? plain[..2] : plain[..1];
        return first + new string('*', Math.Clamp(plain.Length - first.Length, 1, 2));
    }

    /// <summary>A mail address: the first letter and the host ("w***@example.com").</summary>
    public static string? Email(string? email)
    {
        if (string.IsNullOrWhiteSpace(email)) return null;
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? email[..1] + "***" + email[at..] : "***";
    }

    private static void Hide(char[] letters, int from, int to)
    {
        var digits = Enumerable.Range(from, to - from).Where(i => char.IsAsciiDigit(letters[i])).ToList();
        if (digits.Count < 5) return;
        var (head, tail) = digits.Count >= 10 ? (3, 4) : (0, 2);
        foreach (var i in digits.Skip(head).SkipLast(tail)) letters[i] = '*';
    }
}
