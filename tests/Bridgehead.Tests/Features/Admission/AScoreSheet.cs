using System.Net;
using Bridgehead.Tests.Doors;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Features.Admission;

/// <summary>A new version holds for what is begun after it; in an application of its own, so that no other review meets it.</summary>
[Trait("needs", "database")]
public sealed class AScoreSheet(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Stays_with_the_reviews_begun_under_it()
    {
        var (scene, reviewer) = (new Scene(app), await app.SignedInAs("reviewer"));
        var review = await scene.Review();
        var sheet = await reviewer.Open("/reviews/sheet");
        var refused = await sheet.Submit("main form[method=post]", ("Input.Items[0].Weight", "6"));
        Assert.Equal("各项分值合计为101分，应为100分", refused.Alert);
        sheet = await sheet.Submit("main form[method=post]", ("Input.Items[0].Weight", "6"), ("Input.Items[1].Weight", "4"), ("Input.PassMark", "70"));
        Assert.Contains("及格线70分", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("及格线60分", (await reviewer.Open($"/reviews/{review}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs("other-district-clerk")).Open($"/reviews/{review}")).Status);
        Assert.Empty((await (await app.SignedInAs("district-reviewer")).Open("/reviews/sheet")).Document.QuerySelectorAll("main form"));
    }
}
