using System.Net;
using Bridgehead.Features.Views;
using Bridgehead.Tests.Support;

namespace Bridgehead.Tests.Features.Projects.Views;

[Trait("needs", "database")]
public sealed class SavingAView(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Brings_back_filter_columns_and_order_for_those_it_is_shared_with()
    {
        var clerk = await app.SignedInAs("district-clerk");
        var list = await clerk.Open("/projects?view=all&stage=signed&stage=started&sort=amount&cols=stage&cols=contact&atLeast=1.5");
        var shown = await list.Submit("form[action*='Save']", ("Input.Name", "大项目"), ("Input.Share", "Unit"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.StartsWith("/projects?stage=signed,started&atLeast=1.5&sort=amount&cols=stage,contact&view=", shown.Address, StringComparison.Ordinal);
        Assert.Equal("大项目", shown.Of(".saved a[aria-current]"));
        Assert.Contains("cols=stage,contact", shown.Document.QuerySelector(".pop-body a[href*='export']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("大项目", (await (await app.SignedInAs("district-reviewer")).Open("/projects?view=all")).Of(".saved"), StringComparison.Ordinal);
        Assert.DoesNotContain("大项目", (await (await app.SignedInAs("other-district-clerk")).Open("/projects?view=all")).Of(".saved"), StringComparison.Ordinal);
        Assert.DoesNotContain("大项目", (await (await app.SignedInAs("clerk")).Open("/views")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_everybody_takes_the_right_to()
    {
        var clerk = await app.SignedInAs("clerk");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await clerk.Open("/projects?view=all")).Submit("form[action*='Save']", ("Input.Name", "给所有人"), ("Input.Share", "Everybody"))).Status);
        var reviewer = await app.SignedInAs("reviewer");
        Assert.Equal(HttpStatusCode.OK, (await (await reviewer.Open("/projects/board?stage=lead")).Submit("form[action*='Save']", ("Input.Name", "全市线索看板"), ("Input.Share", "Everybody"))).Status);
        var other = await (await app.SignedInAs("other-district-clerk")).Open("/projects?view=all");
        Assert.StartsWith("/projects/board?stage=lead&view=", other.Document.QuerySelectorAll(".saved a").First(a => a.TextContent == "全市线索看板").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_begin_with_opens_it_instead_of_the_whole_list()
    {
        var park = await app.SignedInAs("park-clerk");
        var shown = await (await park.Open("/projects/calendar?month=2026-03")).Submit("form[action*='Save']", ("Input.Name", "三月"), ("Input.Default", "true"));
        Assert.Contains("month=2026-03", shown.Address, StringComparison.Ordinal);
        Assert.StartsWith("/projects/calendar?month=2026-03&view=", (await park.Open("/projects")).Address, StringComparison.Ordinal);
        Assert.Equal("/projects?view=all", (await park.Open("/projects?view=all")).Address);
        var views = await park.Open("/views");
        await views.Submit("form[action*='Remove']");
        Assert.Equal("/projects", (await park.Open("/projects")).Address);
    }

    [Theory]
    [InlineData("stage=lead&after=x&view=1&handler=Total&lang=en", "stage=lead")]
    [InlineData("cols=stage%2Ccontact&q=%E4%B8%AD%26%3D", "cols=stage,contact&q=%E4%B8%AD%26%3D")]
    [InlineData("", "")]
    public void Keeps_the_question_and_nothing_of_the_visit(string query, string kept) => Assert.Equal(kept, new SavedViewInput { Query = query }.Asked());
}
