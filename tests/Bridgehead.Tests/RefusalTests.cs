namespace Bridgehead.Tests;

public sealed class ARefusal
{
    [Fact]
    public void Carries_its_sentence_with_the_values_filled_in()
    {
        var refusal = Assert.Throws<Refusal>(() => Refusal.Unless(false, $"该凭证仅剩{100}元可分配"));
        Assert.Equal("该凭证仅剩100元可分配", refusal.Message);
        Assert.Equal("该凭证仅剩{0}元可分配", refusal.Sentence.Format);
    }
}
