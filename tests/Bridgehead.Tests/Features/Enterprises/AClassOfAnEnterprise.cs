using Bridgehead.Features.Enterprises;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Features.Enterprises;

[Trait("needs", "database")]
public sealed class AClassOfAnEnterprise(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("2023-06-30", false)]
    [InlineData("2023-07-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void Of_three_years_holds_from_its_first_to_its_last_day(string day, bool expected)
    {
        // 小巨人: three years
        var kind = new ClassKind("little-giant", 1);
        kind.Describe("小巨人", "", "", 36, null, false);
        Assert.Equal(expected, new EnterpriseClass(Guid.Empty, kind, 2023, new DateOnly(2023, 7, 1)).HoldsOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Counts_for_a_subsidiary_from_the_share_of_the_rule_and_says_through_whom()
    {
        var ids = new Dictionary<string, Guid>();
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            foreach (var name in new[] { "川岚五百强集团", "五一子公司", "五零子公司", "孙公司", "受控子公司" })
            {
                var enterprise = new Enterprise(name + "有限公司", new EnterpriseFacts());
                db.Add(enterprise);
                ids[name] = enterprise.Id;
            }
            await db.SaveChangesAsync();
            var hold = services.GetRequiredService<HoldShares>();
            await hold.Run(ids["五一子公司"], new ShareholdingInput { Owner = "川岚五百强集团有限公司", Percent = 51 });
            await hold.Run(ids["五零子公司"], new ShareholdingInput { Owner = "川岚五百强集团有限公司", Percent = 50 });
            // 51 % × 90 % = 45.9 %, but controlled through and through
            await hold.Run(ids["孙公司"], new ShareholdingInput { Owner = "五一子公司有限公司", Percent = 90 });
            await hold.Run(ids["受控子公司"], new ShareholdingInput { Owner = "川岚五百强集团有限公司", Percent = 30, IsControlling = true });
            await services.GetRequiredService<ClassEnterprise>().Run(ids["川岚五百强集团"], new ClassInput { Class = "china-500", ListYear = 2026, ValidFrom = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-30) });
        });
        var clerk = await app.SignedInAs("clerk");
        var listed = await clerk.Open("/enterprises?class=china-500");
        foreach (var (name, counts) in new[] { ("川岚五百强集团", true), ("五一子公司", true), ("五零子公司", false), ("孙公司", true), ("受控子公司", true) })
        {
            Assert.Equal(counts, listed.Text.Contains(name, StringComparison.Ordinal));
            var page = await clerk.Open($"/enterprises/{ids[name]}/classes");
            Assert.Equal(counts && name != "川岚五百强集团", page.Text.Contains("经母公司川岚五百强集团有限公司计入", StringComparison.Ordinal));
        }
        Assert.Contains("持股45.9%", (await clerk.Open($"/enterprises/{ids["孙公司"]}/classes")).Text, StringComparison.Ordinal);
        var counts500 = (await clerk.Open("/enterprises/classes")).Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("中国企业500强", StringComparison.Ordinal));
        Assert.Equal(["4", "1", "3"], counts500.QuerySelectorAll("td.num").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task Of_a_year_is_noted_once()
    {
        var clerk = await app.SignedInAs("clerk");
        var shown = await (await clerk.Open("/enterprises/new")).Submit("main form", ("Input.Name", "两次登记资质有限公司"));
        (string, string)[] fields = [("Input.Class", "high-tech"), ("Input.ListYear", "2026"), ("Input.ValidFrom", "2026-01-01")];
        var page = await (await clerk.Open(shown.Address + "/classes")).Submit("form[data-keep]", fields);
        Assert.Contains("2028-12-31", page.Text, StringComparison.Ordinal);
        Assert.Equal("2026年度的“高新技术企业”已经登记，请勿重复", (await page.Submit("form[data-keep]", fields)).Alert);
        Assert.Equal(1, await app.Reading(db => db.Set<EnterpriseClass>().CountAsync(c => c.ListYear == 2026 && c.Kind == "high-tech")));
    }
}
