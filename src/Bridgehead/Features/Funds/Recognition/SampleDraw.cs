using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bridgehead.Features.Funds.Recognition;

/// <summary>
/// Draws vouchers for the re-review: SHA-256 of the published seed and what the document is known by (<see cref="VoucherKey"/>), its first four bytes modulo 10,000, below the rate
/// times a hundred. Whoever knows the seed can repeat it; the same document is drawn alike however often it is registered, so nobody can steer it.
/// </summary>
/// <param name="Drawn">Whether it is re-reviewed.</param>
/// <param name="Note">Seed, rate, threshold and draw, as they are kept with the voucher.</param>
public sealed partial record SampleDraw(bool Drawn, string Note)
{
    /// <summary>Draws one.</summary>
    /// <param name="rules">The rules in force.</param>
    /// <param name="document">What the document is known by: its key; a file's digest where it has none.</param>
    /// <param name="amount">What would be recognised.</param>
    public static SampleDraw Of(FundsRules rules, string document, Money amount)
    {
        var always = amount.Fen >= rules.AlwaysFromFen;
        var draw = Number(rules.SampleSeed, document);
        var drawn = always || draw < rules.SamplePercent * 100;
        return new SampleDraw(drawn, string.Create(CultureInfo.InvariantCulture,
            $"seed={rules.SampleSeed}; rate={rules.SamplePercent}%; always>={new Money(rules.AlwaysFromFen).Yuan:0} CNY; draw={draw / 100m:0.00}; {(drawn ? "drawn" : "not drawn")}"));
    }

    /// <summary>The note of a voucher as a person reads it; as it stands where it is of another form.</summary>
    public static string? Told(string? note, Words words)
    {
        if (note is null || Form().Match(note) is not { Success: true } kept) return note;
        string Part(string name) => kept.Groups[name].Value;
        var outcome = words[Part("not").Length > 0 ? "未抽中" : "列入复核"];
        return words.Say($"种子“{Part("seed")}”，抽查比例{Part("rate")}%，{decimal.Parse(Part("always"), CultureInfo.InvariantCulture) / 10_000m:0.##}万元及以上必查；抽签值{Part("draw")}，{outcome}");
    }

    [GeneratedRegex(@"^seed=(?<seed>.*); rate=(?<rate>[\d.]+)%; always>=(?<always>[\d.]+) CNY; draw=(?<draw>[\d.]+); (?<not>not )?drawn$")]
    private static partial Regex Form();

    /// <summary>The draw of a document, 0 to 9,999.</summary>
    public static int Number(string seed, string document) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{document}"))) % 10_000);
}
