using Bridgehead.Features.Access;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Wording;

[Trait("needs", "database")]
public sealed class TheLanguageOfARequest(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_Chinese_when_nothing_was_said() =>
        Assert.Equal("zh-CN", LanguageOf(await app.Visitor().Open("/access/sign-in")));

    [Fact]
    public async Task Follows_the_browser_until_a_choice_is_made_and_remembers_the_choice()
    {
        var visitor = app.Visitor();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,en;q=0.8");
        Assert.Equal("en", LanguageOf(await visitor.Open("/access/sign-in")));
        Assert.Equal("zh-CN", LanguageOf(await visitor.Open("/access/sign-in?lang=zh")));
        Assert.Equal("zh-CN", LanguageOf(await visitor.Open("/access/sign-in")));
    }

    [Fact]
    public async Task Is_the_one_set_in_the_account_on_a_new_device()
    {
        var visitor = await app.SignedInAs("clerk");
        Assert.Equal("zh-CN", LanguageOf(await visitor.Open("/")));
        await app.Inside(services => services.GetRequiredService<BridgeheadDb>().Set<AppUser>().Where(u => u.UserName == "clerk")
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, "en").SetProperty(u => u.IsPersona, false)));
        Assert.Equal("en", LanguageOf(await visitor.Open("/")));
    }

    private static string? LanguageOf(Shown page) => page.Document.DocumentElement.GetAttribute("lang");
}
