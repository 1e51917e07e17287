using Bridgehead.Features.Enterprises;

namespace Bridgehead.Tests.Features.Enterprises;

/// <summary>The states a register, a ledger and a person write, in the one list.</summary>
public sealed class RegisterStateWords
{
    [Theory]
    [InlineData("存续（在营、开业、在册）", RegisterState.Active)]
    [InlineData("在业", RegisterState.Operating)]
    [InlineData("开业", RegisterState.Operating)]
    [InlineData("注销", RegisterState.Cancelled)]
    [InlineData("吊销，未注销", RegisterState.Revoked)]
    [InlineData("吊销", RegisterState.Revoked)]
    [InlineData("迁出", RegisterState.MovedOut)]
    [InlineData("仍注册", RegisterState.Active)]
    [InlineData("不知道", RegisterState.Unknown)]
    [InlineData(null, RegisterState.Unknown)]
    public void Are_read(string? words, RegisterState expected) => Assert.Equal(expected, RegisterStates.Read(words));

    [Theory]
    [InlineData("汽车制造业", "C36", "汽车制造业")]
    [InlineData("C3612 新能源车整车制造", "C3612", "新能源车整车制造")]
    [InlineData("制造业-汽车制造业", "C36", "制造业-汽车制造业")]
    [InlineData("做买卖", null, "做买卖")]
    public void Go_with_industries_by_their_code(string typed, string? code, string words)
    {
        var facts = new EnterpriseInput { Name = "甲", Industry = typed }.Facts();
        var enterprise = new Enterprise("甲", facts);
        Assert.Equal(code, enterprise.IndustryCode);
        if (code is null || !typed.Contains('-', StringComparison.Ordinal)) Assert.Equal(words, enterprise.Industry);
    }

    [Theory]
    [InlineData("四川省眉山市东坡区", "511402")]
    [InlineData("眉山", "511400")]
    [InlineData("广东", "440000")]
    [InlineData("鼓楼区", null)]
    public void Go_with_divisions_by_their_code(string typed, string? code) => Assert.Equal(code, new Enterprise("甲", new EnterpriseFacts { Region = typed }).RegionCode);
}
