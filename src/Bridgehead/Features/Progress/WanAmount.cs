using System.Globalization;

namespace Bridgehead.Features.Progress;

/// <summary>Amounts as people type them into plans and reports: a bare number is 万元; 亿, 万, 元 may follow.</summary>
internal static class WanAmount
{
    /// <summary>What was typed; nothing typed is nothing. Refused at its field when it cannot be understood.</summary>
    public static Money Read(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return Money.Zero;
        var clean = text.InForm(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim();
        var bare = clean.TrimEnd('元');
        var (number, fen) = bare switch
        {
            [.. var rest, '亿'] => (rest, 10_000_000_000m),
            [.. var rest, '万'] => (rest, 1_000_000m),
            _ => (bare, bare.Length < clean.Length ? 100m : 1_000_000m),
        };
        var ok = decimal.TryParse(number.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= 1_000_000_000_000m;
        Refusal.Unless(ok && Math.Abs(value * fen) <= 900_000_000_000_000_000m && value * fen == decimal.Truncate(value * fen), $"看不懂金额“{(text.Length > 30 ? text[..30] : text)}”，可写成1.2亿、3500万或12000（万元）", field);
        return new Money((long)(value * fen));
    }

    /// <summary>An amount as it stands in a field, in 万元.</summary>
    public static string Write(long fen) => new Money(fen).Wan.ToString("0.######", CultureInfo.InvariantCulture);
}
