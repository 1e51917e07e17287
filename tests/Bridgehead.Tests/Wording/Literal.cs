namespace Bridgehead.Tests.Wording;

/// <summary>A text in the source.</summary>
/// <param name="Start">Where it begins, its $ and @ included.</param>
/// <param name="End">Where the source goes on after it.</param>
/// <param name="IsInterpolated">Whether it may have holes.</param>
/// <param name="Format">Its text; holes are numbered as in <see cref="FormattableString.Format"/>.</param>
public sealed record Literal(int Start, int End, bool IsInterpolated, string Format)
{
    /// <summary>Whether it is written in Chinese.</summary>
    public bool IsChinese => Format.Any(IsHan);

    /// <summary>Whether a character is a Chinese one.</summary>
    public static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9fff';
}
