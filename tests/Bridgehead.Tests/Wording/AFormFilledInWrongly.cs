using System.Net;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Wording;

[Trait("needs", "database")]
public sealed class AFormFilledInWrongly(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("zh", "请填写项目名称", "看不懂“昨天”，请重新填写", "最多30个字")]
    [InlineData("en", "Name the project", "“昨天” cannot be read; fill it in again", "At most 30 characters")]
    public async Task Says_so_in_the_language_of_the_person(string language, params string[] sentences)
    {
        var visitor = await app.SignedInAs("district-clerk");
        var form = await visitor.Open("/projects/new?lang=" + language);
        var answer = await form.Submit("form:has([name='Input.Name'])",
            ("Input.Name", ""), ("Input.SignedOn", "昨天"), ("Input.Amount", new string('9', 31)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        foreach (var sentence in sentences) Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
    }
}
