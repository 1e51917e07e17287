using System.Collections.Frozen;
using System.Reflection;

namespace Bridgehead.Features.Access;

/// <summary>
/// What a password must be (GB/T 22239-2019 8.1.4.1 a; reliability goal 26): 12 to 256 characters of three kinds, not a
/// common password in disguise, and without the person's or the unit's own words. Nothing is cut off; Chinese counts as a kind.
/// </summary>
public static class PasswordRules
{
    /// <summary>How long a password stands before it must be replaced.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>How many earlier passwords may not come back.</summary>
    public const int History = 5;

    private static readonly string[] OurWords = ["bridgehead", "桥头堡", "zhaoshang", "招商引资", "jinghe"];
    private static readonly FrozenSet<string> Common = Read();

    /// <summary>Refuses a password that anybody could guess.</summary>
    /// <param name="password">The password.</param>
    /// <param name="own">The person's and the unit's own words: user name, name, unit names.</param>
    public static void Check(string password, params IEnumerable<string?> own)
    {
        Refusal.Unless(password.Length is >= 12 and <= 256, $"密码应为12到256个字符", Field);
        Refusal.Unless(Kinds(password) >= 3, $"密码应包含大写字母、小写字母、数字、其他字符中的三种", Field);
        Refusal.When(password.Distinct().Count() < 6, $"密码中重复的字符太多", Field);
        Refusal.When(IsCommon(password), $"这是常见密码的变形，容易被猜到，请换一个", Field);
        var plain = password.ToLowerInvariant();
        Refusal.When(own.Concat(OurWords).Any(word => word is { Length: >= 3 } && plain.Contains(word.ToLowerInvariant(), StringComparison.Ordinal)),
            $"密码不能包含用户名、姓名、单位名称或系统名称", Field);
    }

    /// <summary>Whether it is one of the ten thousand most common passwords, plain or in its usual disguises: capitals, l33t, digits around it.</summary>
    public static bool IsCommon(string password)
    {
        var plain = password.ToLowerInvariant();
        if (Common.Contains(plain) || Common.Contains(plain.TrimEnd('!', '.', '?', '@', '#', '*', '_', '-'))) return true;
        var letters = plain.Trim([.. "0123456789!.?@#$%^&*()_-+=~ "]);
        return Common.Contains(letters) && letters.Length > 3 && password.Length - letters.Length < 8 || Common.Contains(Unmasked(plain)) || Common.Contains(Unmasked(letters));
    }

    private const string Field = "Password";

    private static int Kinds(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0) + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0) + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);

    private static string Unmasked(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', var other => other };
    });

    private static FrozenSet<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Reference.common-passwords.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[])['\t', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
