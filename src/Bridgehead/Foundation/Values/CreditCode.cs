using System.Buffers;

namespace Bridgehead;

/// <summary>The unified social credit code of an organisation: 18 characters, the last one a check character (GB 32100-2015).</summary>
public readonly record struct CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    private readonly string? value;

    private CreditCode(string value) => this.value = value;

    /// <summary>The 18 characters, upper case.</summary>
    public string Value => value ?? "";

    /// <summary>A code that was checked. Refused with the exact fault: length, a character that does not occur, or the check character.</summary>
    public static CreditCode Create(string text)
    {
        var code = Clean(text);
        Refusal.Unless(code.Length == 18, $"统一社会信用代码应为18位，现为{code.Length}位", nameof(CreditCode));
        foreach (var letter in code)
            Refusal.Unless(Alphabet.Contains(letter, StringComparison.Ordinal), $"统一社会信用代码中不会出现“{letter}”（不使用I、O、S、V、Z）", nameof(CreditCode));
        var expected = CheckCharacter(code);
        Refusal.Unless(code[17] == expected, $"统一社会信用代码校验位应为{expected}，现为{code[17]}，请核对（GB 32100-2015）", nameof(CreditCode));
        return new CreditCode(code);
    }

    /// <summary>Reads a code that may be wrong.</summary>
    public static bool TryRead(string? text, out CreditCode code)
    {
        var clean = Clean(text ?? "");
        code = default;
        if (clean.Length != 18 || clean.AsSpan().ContainsAnyExcept(Letters) || CheckCharacter(clean) != clean[17]) return false;
        code = new CreditCode(clean);
        return true;
    }

    /// <summary>The check character of the first 17.</summary>
    public static char CheckCharacter(string code)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * Weights[i];
        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    /// <summary>In capitals and half width, without blanks and dashes; most are written so.</summary>
    private static string Clean(string text) => !text.AsSpan().ContainsAnyExcept(Letters) ? text
        : new([.. (text.Any(char.IsSurrogate) ? text : text.InForm(System.Text.NormalizationForm.FormKC)).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c != '-')]);
}
