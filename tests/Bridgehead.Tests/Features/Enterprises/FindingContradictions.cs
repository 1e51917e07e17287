using Bridgehead.Features.Enterprises;

namespace Bridgehead.Tests.Features.Enterprises;

/// <summary>Each rule with its planted case and its innocent pair.</summary>
public sealed class FindingContradictions
{
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly ClassKind Soe = Kind("central-soe", "中央企业", null, state: true), HighTech = Kind("high-tech", "高新技术企业", 36);

    [Fact]
    public void State_owned_without_an_organ_of_the_state_in_the_chain()
    {
        Assert.Equal([ContradictionRule.StateOwnedWithoutState], Found(new EnterpriseFacts { Kind = "国有企业" }, owners: [("p", OwnerKind.Person, 100)]));
        Assert.Empty(Found(new EnterpriseFacts { Kind = "国有企业" }, owners: [("o", OwnerKind.StateOrgan, 100)]));
        // the class alone claims it too; and so does a name
        Assert.Equal([ContradictionRule.StateOwnedWithoutState], Found(new EnterpriseFacts(), owners: [("p", OwnerKind.Person, 100)], classes: [(Soe, 2026, null)]));
        Assert.Equal([ContradictionRule.StateOwnedWithoutState], Found(new EnterpriseFacts(), name: "中国央企联合发展有限公司", owners: []));
        Assert.Empty(Found(new EnterpriseFacts(), owners: [("p", OwnerKind.Person, 100)]));
    }

    [Theory]
    [InlineData(10_000_000_000, 0, "2026-03-01", true)]
    [InlineData(10_000_000_000, 1, "2026-03-01", false)]
    [InlineData(9_999_999_999, 0, "2026-03-01", false)]
    [InlineData(10_000_000_000, 0, "2026-01-01", false)]
    [InlineData(10_000_000_000, 0, "2026-01-02", true)]
    public void A_hundred_million_of_a_new_firm_with_nothing_paid_in(long capital, long paid, string founded, bool expected) =>
        Assert.Equal(expected, Found(new EnterpriseFacts { CapitalMinor = capital, CapitalCurrency = "CNY", PaidInMinor = paid, RegisteredOn = DateOnly.Parse(founded, System.Globalization.CultureInfo.InvariantCulture) }).Contains(ContradictionRule.HollowCapital));

    [Fact]
    public void Deregistered_while_a_project_goes_on()
    {
        Assert.Equal([ContradictionRule.GoneWithProjects], Found(new EnterpriseFacts { Standing = "注销" }, projects: [("甲项目", null, true)]));
        Assert.Empty(Found(new EnterpriseFacts { Standing = "注销" }, projects: [("甲项目", null, false)]));
        Assert.Empty(Found(new EnterpriseFacts { Standing = "存续" }, projects: [("甲项目", null, true)]));
    }

    [Fact]
    public void Foreign_funded_without_a_foreign_owner()
    {
        Assert.Equal([ContradictionRule.ForeignWithoutForeigner], Found(new EnterpriseFacts { Kind = "有限责任公司（外商投资）" }, owners: [("p", OwnerKind.Person, 100)]));
        Assert.Empty(Found(new EnterpriseFacts { Kind = "有限责任公司（外商投资）" }, owners: [("f", OwnerKind.Foreign, 25), ("p", OwnerKind.Person, 75)]));
    }

    [Fact]
    public void A_title_that_ran_out_and_was_not_renewed()
    {
        // three years from 2023-06-01 end on 2026-05-31
        Assert.Equal([ContradictionRule.ClassExpired], Found(new EnterpriseFacts(), classes: [(HighTech, 2023, new DateOnly(2023, 6, 1))]));
        Assert.Empty(Found(new EnterpriseFacts(), classes: [(HighTech, 2023, new DateOnly(2023, 6, 1)), (HighTech, 2026, new DateOnly(2026, 6, 1))]));
        Assert.Empty(Found(new EnterpriseFacts(), classes: [(HighTech, 2023, new DateOnly(2023, 7, 2))]));
    }

    [Fact]
    public void Registered_in_quite_another_industry_than_its_project()
    {
        Assert.Equal([ContradictionRule.IndustryFarFromProject], Found(new EnterpriseFacts { Industry = "文化艺术业" }, projects: [("电池项目", "电气机械和器材制造业", true)]));
        Assert.Empty(Found(new EnterpriseFacts { Industry = "汽车制造业" }, projects: [("电池项目", "电气机械和器材制造业", true)]));
        // whoever invests or lets others build stands elsewhere by nature
        Assert.Empty(Found(new EnterpriseFacts { Industry = "商务服务业" }, projects: [("电池项目", "电气机械和器材制造业", true)]));
    }

    private static List<ContradictionRule> Found(EnterpriseFacts facts, (string Key, OwnerKind Kind, decimal Percent)[]? owners = null, (ClassKind Kind, int Year, DateOnly? From)[]? classes = null,
        (string, string?, bool)[]? projects = null, string name = "某某有限公司")
    {
        var graph = new OwnershipGraph((owners ?? []).Select(o => new OwnershipEdge(o.Key, "e", o.Percent / 100)));
        var nodes = (owners ?? []).Select(o => new OwnershipNode(o.Key, o.Key, o.Kind, null, null)).Append(new OwnershipNode("e", name, OwnerKind.Enterprise, Guid.Empty, null)).ToDictionary(n => n.Key);
        var enterprise = new Enterprise(name, facts);
        var held = (classes ?? []).Select(c => (new EnterpriseClass(enterprise.Id, c.Kind, c.Year, c.From ?? new DateOnly(c.Year, 1, 1)), c.Kind)).ToList();
        return [.. Contradictions.In(new Picture(enterprise, new Ownership(graph, nodes, "e", "e"), null, held, projects ?? [], Today)).Select(f => f.Rule)];
    }

    private static ClassKind Kind(string code, string name, int? months, bool state = false)
    {
        var kind = new ClassKind(code, 1);
        kind.Describe(name, "", "", months, null, state);
        return kind;
    }
}
