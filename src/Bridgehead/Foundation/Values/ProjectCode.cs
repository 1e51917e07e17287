namespace Bridgehead;

/// <summary>
/// The national code of an investment project (GB/T 40058-2021): 4 digits of time, 6 of region, 2 of department, 2 of kind, 6 of number and
/// check, joined by hyphens. Only the shape and the month are checked here; the check digit is verified by the national platform.
/// </summary>
public readonly record struct ProjectCode
{
    private readonly string? value;

    private ProjectCode(string value) => this.value = value;

    /// <summary>The code with its hyphens: "2203-511402-04-01-123456".</summary>
    public string Value => value ?? "";

    /// <summary>A code of the right shape. Refused otherwise.</summary>
    public static ProjectCode Create(string text)
    {
        Refusal.Unless(TryRead(text, out var code), $"项目代码“{text}”应为2203-511402-04-01-123456这样的20位数字（GB/T 40058-2021）", nameof(ProjectCode));
        return code;
    }

    /// <summary>Reads a code that may be wrong; hyphens may be missing.</summary>
    public static bool TryRead(string? text, out ProjectCode code)
    {
        code = default;
        if (text is null || text.Any(char.IsSurrogate)) return false;
        var digits = new string([.. text.InForm(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '—' or '–'))]);
        if (digits.Length != 20 || !digits.All(char.IsAsciiDigit)) return false;
        var month = (digits[2] - '0') * 10 + (digits[3] - '0');
        if (month is < 1 or > 12) return false;
        code = new ProjectCode($"{digits[..4]}-{digits[4..10]}-{digits[10..12]}-{digits[12..14]}-{digits[14..]}");
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
