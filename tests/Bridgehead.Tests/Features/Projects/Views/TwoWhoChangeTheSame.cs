using System.Net;
using Bridgehead.Features.Projects;
using Bridgehead.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Features.Projects.Views;

/// <summary>Two people open the same project and both save: nothing typed is lost, nothing of the other is overwritten unseen.</summary>
[Trait("needs", "database")]
public sealed class TwoWhoChangeTheSame(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Are_brought_together_when_each_changed_another_field()
    {
        var (mine, theirs, address) = await Opened("各改各的");
        await theirs.Submit("main form", ("Input.Contact", "王工 0838-1"));
        var shown = await mine.Submit("main form", ("Input.Industry", "锂电池制造"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        var saved = await Project(address);
        Assert.Equal(("王工 0838-1", "锂电池制造"), (saved.Contact, saved.Industry));
    }

    [Fact]
    public async Task Agree_when_both_typed_the_same()
    {
        var (mine, theirs, address) = await Opened("改得一样");
        await theirs.Submit("main form", ("Input.Contact", "李工"));
        var shown = await mine.Submit("main form", ("Input.Contact", "李工"), ("Input.Company", "某某有限公司"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        var saved = await Project(address);
        Assert.Equal(("李工", "某某有限公司"), (saved.Contact, saved.Company));
    }

    [Theory]
    [InlineData("mine", "我填的")]
    [InlineData("theirs", "对方填的")]
    public async Task Are_shown_both_values_and_the_one_before_where_they_differ(string taken, string expected)
    {
        var (mine, theirs, address) = await Opened("同项不同值" + taken);
        await theirs.Submit("main form", ("Input.Contact", "对方填的"), ("Input.OriginPlace", "广东"));
        var shown = await mine.Submit("main form", ("Input.Contact", "我填的"), ("Input.Industry", "食品"));
        Assert.Equal(HttpStatusCode.Conflict, shown.Status);
        var clash = Assert.Single(shown.Document.QuerySelectorAll(".clash"));
        Assert.Equal("联系人", clash.QuerySelector("legend")!.TextContent);
        foreach (var value in new[] { "原联系人", "我填的", "对方填的" }) Assert.Contains(value, clash.TextContent, StringComparison.Ordinal);
        Assert.Equal(("我填的", "食品", "广东"), (shown.Field("Input.Contact"), shown.Field("Input.Industry"), shown.Field("Input.OriginPlace")));
        Assert.Equal("对方填的", (await Project(address)).Contact);
        var done = await shown.Submit("main form", ("Take[Contact]", taken));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        var saved = await Project(address);
        Assert.Equal((expected, "食品", "广东"), (saved.Contact, saved.Industry, saved.OriginPlace));
    }

    [Fact]
    public void Lose_nothing_whatever_they_change()
    {
        var text = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2]);
        Gen.Select(text, text, text).Sample((name, contact, place) =>
        {
            var (before, mine, theirs) = (Form(name.Item1, contact.Item1, place.Item1), Form(name.Item2, contact.Item2, place.Item2), Form(name.Item3, contact.Item3, place.Item3));
            var sent = Form(name.Item2, contact.Item2, place.Item2);
            var (clashes, taken) = ThreeWayMerge.Into(before, mine, theirs);
            foreach (var (field, was, typed, now, result) in new[] { ("Name", before.Name, sent.Name, theirs.Name, mine.Name), ("Contact", before.Contact, sent.Contact, theirs.Contact, mine.Contact), ("OriginPlace", before.OriginPlace, sent.OriginPlace, theirs.OriginPlace, mine.OriginPlace) })
            {
                var (iDid, theyDid) = (typed != was, now != was);
                Assert.Equal(iDid ? typed : now, result);
                Assert.Equal(iDid && theyDid && typed != now, clashes.Any(c => c.Field == field));
                Assert.Equal(!iDid && theyDid, taken.Contains(field));
            }
        });
    }

    [Fact]
    public async Task Put_an_earlier_value_back_as_a_change_of_its_own()
    {
        var (mine, _, address) = await Opened("恢复原值");
        var shown = await mine.Submit("main form", ("Input.Contact", "新联系人"), ("Input.LandMu", "120.5"));
        await (await new Opening(app).As("district-clerk", address + "/edit")).Submit("main form", ("Input.LandMu", "90"));
        var history = await new Opening(app).As("district-clerk", address + "/history");
        Assert.Contains("原联系人", history.Text, StringComparison.Ordinal);
        Assert.Contains("120.5亩", history.Text, StringComparison.Ordinal);
        var back = history.Document.QuerySelectorAll("a[href*='field=Contact']").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/edit", StringComparison.Ordinal));
        var form = await new Opening(app).As("district-clerk", back);
        Assert.Equal(("原联系人", "90.00"), (form.Field("Input.Contact"), form.Field("Input.LandMu")));
        Assert.Equal("新联系人", (await Project(address)).Contact);
        await form.Submit("main form");
        Assert.Equal("原联系人", (await Project(address)).Contact);
        var other = await new Opening(app).As("other-district-clerk", address + "/history");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
    }

    [Fact]
    public async Task Change_a_field_in_the_table_only_as_it_was_read()
    {
        var (_, _, address) = await Opened("格内修改");
        var (one, two) = (await new Opening(app).As("district-clerk", address + "/field?name=Contact"), await new Opening(app).As("district-reviewer", address + "/field?name=Contact"));
        Assert.Equal("原联系人", one.Field("Value"));
        Assert.Equal(HttpStatusCode.OK, (await one.Submit("main form", ("Value", "甲"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await two.Submit("main form", ("Value", "乙"))).Status);
        Assert.Equal("甲", (await Project(address)).Contact);
        Assert.Equal(HttpStatusCode.NotFound, (await new Opening(app).As("district-clerk", address + "/field?name=AmountFen")).Status);
    }

    private static ProjectInput Form(int name, int contact, int place) => new() { Name = "名" + name, Contact = contact == 0 ? null : "人" + contact, OriginPlace = place == 0 ? null : "地" + place };

    private async Task<(Shown Mine, Shown Theirs, string Address)> Opened(string name)
    {
        var form = await new Opening(app).As("district-clerk", "/projects/new");
        var shown = await form.Submit("main form", ("Input.Name", name), ("Input.Contact", "原联系人"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        return (await new Opening(app).As("district-clerk", shown.Address + "/edit"), await new Opening(app).As("district-reviewer", shown.Address + "/edit"), shown.Address);
    }

    private Task<Project> Project(string address)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        return app.Reading(db => db.Set<Project>().AsNoTracking().SingleAsync(p => p.Id == id));
    }

    private sealed class Opening(TestApp app)
    {
        public async Task<Shown> As(string persona, string address) => await (await app.SignedInAs(persona)).Open(address);
    }
}
