namespace Bridgehead.Tests.Foundation;

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
}
