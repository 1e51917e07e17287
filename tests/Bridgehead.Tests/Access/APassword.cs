using Bridgehead.Features.Access;

namespace Bridgehead.Tests.Access;

public sealed class APassword
{
    [Theory]
    [InlineData("Duan-11", "密码应为12到256个字符")]
    [InlineData("gong yuan li de yinghua", "密码应包含大写字母、小写字母、数字、其他字符中的三种")]
    [InlineData("Aa1-Aa1-Aa1-Aa1", "密码中重复的字符太多")]
    [InlineData("Password2024!", "这是常见密码的变形，容易被猜到，请换一个")]
    [InlineData("P@ssw0rd!2024", "这是常见密码的变形，容易被猜到，请换一个")]
    [InlineData("Luoxiaoyu-2024", "密码不能包含用户名、姓名、单位名称或系统名称")]
    [InlineData("Bridgehead-2024", "密码不能包含用户名、姓名、单位名称或系统名称")]
    public void Is_refused_when_it_can_be_guessed(string password, string sentence)
    {
        var refusal = Assert.Throws<Refusal>(() => PasswordRules.Check(password, "luoxiaoyu", "罗小雨", "临澜区"));
        Assert.Equal(sentence, refusal.Message);
    }

    [Theory]
    [InlineData("Wanzi-Qianhong-1973")]
    [InlineData("春眠不觉晓处处闻啼鸟Ab1")]
    public void Is_taken_when_it_cannot(string password) => PasswordRules.Check(password, "luoxiaoyu", "罗小雨", "临澜区");

    [Fact]
    public void May_be_as_long_as_a_sentence() => PasswordRules.Check(string.Concat(Enumerable.Repeat("Mountain 7 river ", 15)), "luoxiaoyu");

    [Theory]
    [InlineData("password1234")]
    [InlineData("Dragon123456")]
    [InlineData("Baseball!!")]
    public void Is_known_as_common_in_its_usual_disguises(string password) => Assert.True(PasswordRules.IsCommon(password));
}
