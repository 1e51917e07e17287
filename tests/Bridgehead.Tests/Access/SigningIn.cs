using System.Net;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Access;

[Trait("needs", "database")]
public sealed class SigningIn(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Leads_a_stranger_to_the_sign_in_page()
    {
        var shown = await app.Visitor().Open("/");
        Assert.StartsWith("/access/sign-in", shown.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_a_persona_in_and_shows_the_unit()
    {
        var visitor = await app.SignedInAs("district-clerk");
        var shown = await visitor.Open("/");
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("东江区", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_name_that_is_no_persona()
    {
        var page = await app.Visitor().Open("/access/sign-in");
        var answer = await page.Submit("form[action*='Persona']", ("Persona", "nobody"));
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }
}
