using System.Text;
using System.Text.RegularExpressions;
using Bridgehead.Tests.Features.Imports.Reading;
using CsCheck;

namespace Bridgehead.Tests.Foundation.Values;

public sealed class ACreditCode
{
    // the worked example of GB 32100-2015, annex B
    [Fact]
    public void Passes_with_the_check_character_of_the_standard() => Assert.Equal("91350100M000100Y43", CreditCode.Create(" 91350100m000100y43 ").Value);

    [Theory]
    [InlineData("91350100M000100Y44", "校验位应为3")]
    [InlineData("91350100M000100Y4", "应为18位，现为17位")]
    [InlineData("9135O100M000100Y43", "不会出现“O”")]
    public void Is_refused_with_its_fault(string text, string fault) =>
        Assert.Contains(fault, Assert.Throws<Refusal>(() => CreditCode.Create(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("911101081020167590")]
    public void Is_not_read_from_what_is_none(string? text) => Assert.False(CreditCode.TryRead(text, out _));

    [Fact]
    public void Is_accepted_for_every_enterprise_of_a_real_register()
    {
        var codes = CodesOfTheRegister();
        Assert.True(codes.Count > 1000, $"the register holds only {codes.Count} codes");
        Assert.All(codes, code => Assert.Equal(code, CreditCode.Create(code).Value));
    }

    // the one code of that file's column "提供代码匹配" that somebody mistyped: its first 17 sum to 2875 = 92 × 31 + 23 by the weights of the standard, so the last should stand for 31 − 23 = 8
    [Fact]
    public void Is_refused_when_somebody_mistyped_it() =>
        Assert.Contains("校验位应为8，现为5", Assert.Throws<Refusal>(() => CreditCode.Create("91371626MA3DPADP55")).Message, StringComparison.Ordinal);

    [Fact]
    public void Notices_every_single_wrong_character() => Gen.Select(Gen.Int[0, 17], Gen.Char["0123456789ABCDEFGHJKLMNPQRTUWXY"]).Sample((at, other) =>
    {
        const string code = "91350100M000100Y43";
        var wrong = code[..at] + other + code[(at + 1)..];
        Assert.Equal(wrong == code, CreditCode.TryRead(wrong, out _));
    });

    private static List<string> CodesOfTheRegister()
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(SharedLedgers.Path("企业工商信息.xlsx"));
        var texts = new StringBuilder();
        foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) && e.FullName.StartsWith("xl/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open());
            texts.Append(reader.ReadToEnd()).Append('\n');
        }
        return [.. Regex.Matches(texts.ToString(), "<c r=\"D[0-9]+\"[^>]*><is><t>([0-9A-Z]{18})</t>").Select(m => m.Groups[1].Value).Distinct()];
    }
}
