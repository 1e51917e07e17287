using System.Globalization;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>What stands behind the invented investors: owners and groups, classes, contacts, checks, other names, shared data, and a few things that do not fit together.</summary>
internal sealed class DemoEnterprises(BridgeheadDb db, FindContradictions contradictions, TimeProvider clock) : DemoChapter
{
    private static readonly string[] Groups = ["恒岳控股集团有限公司", "瑞泽产业投资集团有限公司", "川岚国有资本运营集团有限公司", "蓝海新材集团股份有限公司", "启图数字科技集团有限公司", "中澜能源集团有限公司"];
    private static readonly string[] People = ["陈立", "王思远", "林晓", "周宏达", "郑可", "吴越", "黄启明", "孙悦", "马骁", "何嘉", "许诺", "罗一鸣"];
    private static readonly string[] Positions = ["投资总监", "总经理助理", "项目负责人", "战略发展部部长", "财务总监"];
    private static readonly string[] Titles = ["high-tech", "high-tech", "specialised", "little-giant", "single-champion", "gazelle", "listed", "chain-leader"];
    private static readonly string[] Regions = ["广东省深圳市南山区", "浙江省杭州市滨江区", "江苏省苏州市昆山市", "上海市浦东新区", "北京市海淀区", "福建省厦门市集美区", "四川省成都市武侯区", "湖北省武汉市洪山区", "山东省青岛市黄岛区", "陕西省西安市雁塔区"];

    /// <inheritdoc />
    public override int Order => 20;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var random = new DemoRandom(size.Seed + 4754);
        var kinds = await db.Set<ClassKind>().AsNoTracking().ToDictionaryAsync(k => k.Code, cancel);
        var items = await db.Set<CheckItem>().AsNoTracking().OrderBy(i => i.Order).ToListAsync(cancel);
        var investors = await db.Set<Enterprise>().OrderBy(e => e.Name).ThenBy(e => e.Id).Take(Detailed / 3).ToListAsync(cancel);
        if (investors.Count == 0) return;
        var heads = Heads(random, kinds, today);
        for (var i = 0; i < investors.Count; i++) Detail(i, investors[i], heads, units, kinds, items, random, today);
        await db.SaveChangesAsync(cancel);
        await Companies(random, investors, today, cancel);
        await Contradict(investors, kinds, today, cancel);
        await contradictions.Run([.. investors.Concat(heads).Select(e => e.Id)], cancel);
        db.ChangeTracker.Clear();
    }

    private List<Enterprise> Heads(DemoRandom random, Dictionary<string, ClassKind> kinds, DateOnly today)
    {
        var heads = Groups.Select((name, i) => new Enterprise(name, new EnterpriseFacts
        {
            CreditCode = DemoNames.Code(8_000_000 + i), CapitalMinor = (5 + random.Next(60)) * 10_000_000_000L, PaidInMinor = 40_000_000_000L, CapitalCurrency = "CNY", Kind = "其他有限责任公司", Standing = "存续",
            Industry = "投资与资产管理", Region = Regions[i], RegisteredOn = today.AddYears(-12 - random.Next(15)), LegalRepresentative = People[i],
        })).ToList();
        db.AddRange(heads);
        // one group belongs to the state, one to a foreign parent, the others to people and to each other
        Own(heads[2], "川岚省人民政府国有资产监督管理委员会", OwnerKind.StateOrgan, 90);
        Own(heads[2], "川岚省财政厅", OwnerKind.StateOrgan, 10);
        Own(heads[3], "Hartmann Werkstoffe AG", OwnerKind.Foreign, 70, country: "德国");
        Own(heads[3], heads[0].Name, OwnerKind.Enterprise, 20, heads[0].Id);
        Own(heads[0], People[0], OwnerKind.Person, 65);
        Own(heads[0], People[1], OwnerKind.Person, 35);
        Own(heads[1], People[2], OwnerKind.Person, 100);
        Own(heads[4], heads[1].Name, OwnerKind.Enterprise, 55, heads[1].Id);
        Own(heads[5], heads[2].Name, OwnerKind.Enterprise, 51, heads[2].Id);
        Title(heads[2], kinds["local-soe"], today.Year - 3, new DateOnly(today.Year - 3, 1, 1), null);
        Title(heads[5], kinds["china-500"], today.Year, today.AddMonths(-2), 173);
        Title(heads[0], kinds["private-500"], today.Year, today.AddMonths(-2), 288);
        Title(heads[3], kinds["fortune-500"], today.Year, today.AddMonths(-3), 412);
        return heads;
    }

    private void Detail(int i, Enterprise e, List<Enterprise> heads, IReadOnlyList<Unit> units, Dictionary<string, ClassKind> kinds, List<CheckItem> items, DemoRandom random, DateOnly today)
    {
        var head = random.Chance(45) ? random.Pick(heads) : null;
        e.Change(e.Name, new EnterpriseFacts
        {
            CreditCode = e.CreditCode, CapitalMinor = e.CapitalMinor, PaidInMinor = e.CapitalMinor * (20 + random.Next(80)) / 100, CapitalCurrency = e.CapitalCurrency, Industry = e.Industry, Standing = random.Chance(70) ? "存续" : "在业", RegisteredOn = e.RegisteredOn,
            Kind = head is null ? "有限责任公司（自然人投资或控股）" : "有限责任公司（法人投资）", Region = random.Pick(Regions), LegalRepresentative = random.Pick(People), Phone = "0755-8" + (1_000_000 + random.Next(8_999_999)).ToString(CultureInfo.InvariantCulture),
            Address = random.Pick(Regions) + "创新大道" + (1 + random.Next(300)).ToString(CultureInfo.InvariantCulture) + "号", OtherNames = e.OtherNames,
        });
        if (head is not null)
        {
            var share = 51 + random.Next(49);
            Own(e, head.Name, OwnerKind.Enterprise, share, head.Id, Subscribed(share));
            if (share < 100) Own(e, random.Pick(People), OwnerKind.Person, 100 - share, subscribed: Subscribed(100 - share));
        }
        else
        {
            var share = 34 + random.Next(50);
            Own(e, People[i % 12], OwnerKind.Person, share, subscribed: Subscribed(share));
            Own(e, People[(i + 5) % 12], OwnerKind.Person, 100 - share, subscribed: Subscribed(100 - share));
        }
        if (random.Chance(40)) Title(e, kinds[random.Pick(Titles)], today.Year - random.Next(2), today.AddMonths(-1 - random.Next(14)), null);
        if (random.Chance(60)) db.Add(new FieldSource(e.Id, nameof(Enterprise.CreditCode), SourceKind.Shared, "市市场监督管理局", clock.GetUtcNow().UtcDateTime.AddDays(-random.Next(200))));
        if (random.Chance(60)) db.Add(new FieldSource(e.Id, nameof(Enterprise.Standing), SourceKind.Shared, "市市场监督管理局", clock.GetUtcNow().UtcDateTime.AddDays(-random.Next(60))));
        if (random.Chance(35)) Call(e, e.Name[2..Math.Min(4, e.Name.Length)] + "股份", OtherNameKind.Abbreviation);
        if (random.Chance(15)) Call(e, e.Name.Replace("有限公司", "科技有限公司", StringComparison.Ordinal), OtherNameKind.Former);
        if (random.Chance(70)) Meet(e, units, random, today);
        foreach (var item in items.Where(_ => random.Chance(55)))
            db.Add(new DiligenceCheck(e.Id, item, random.Chance(88) ? DiligenceResult.Ok : DiligenceResult.Doubtful, "公示系统截图及企业提供的盖章材料，已核对原件", today.AddDays(-random.Next(300)), null, "周敏"));

        // of the one that will be found hollow nothing is paid in
        long? Subscribed(int share) => i == 3 ? null : e.CapitalMinor * share / 100;
    }

    private void Meet(Enterprise e, IReadOnlyList<Unit> units, DemoRandom random, DateOnly today)
    {
        var unit = random.Pick([.. units.Where(u => u.Kind is UnitKind.District or UnitKind.CityBureau or UnitKind.Outpost)]);
        var given = today.AddDays(-random.Next(900));
        var contact = new Contact(e.Id, unit.Id, new ContactFacts(random.Pick(People), random.Pick(Positions), "13" + (800_000_000 + random.Next(99_999_999)).ToString(CultureInfo.InvariantCulture), null, random.Chance(60) ? "项目洽谈" : "项目落地服务", ContactBasis.Consent, given, null), today);
        if (random.Chance(6)) contact.Erase(clock.GetUtcNow().UtcDateTime.AddDays(-random.Next(30)));
        db.Add(contact);
    }

    /// <summary>The companies founded for projects, owned by their investors: the groups reach into the city.</summary>
    private async Task Companies(DemoRandom random, List<Enterprise> investors, DateOnly today, CancellationToken cancel)
    {
        var known = investors.ToDictionary(e => e.Id);
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.InvestorId != null && p.Company != null).OrderBy(p => p.Number).Take(Detailed / 5).ToListAsync(cancel);
        var (n, taken) = (9_000_000, new HashSet<string>());
        foreach (var p in projects.Where(p => known.ContainsKey(p.InvestorId!.Value) && taken.Add(p.Company!)))
        {
            var investor = known[p.InvestorId!.Value];
            var company = new Enterprise(p.Company!, new EnterpriseFacts
            {
                CreditCode = DemoNames.Code(n++), CapitalMinor = Math.Max(p.AmountFen / 8, 100_000_000), PaidInMinor = p.AmountFen / 20, CapitalCurrency = "CNY", Kind = "有限责任公司（法人独资）", Standing = "存续", Industry = p.Industry, Region = "青岚市",
                RegisteredOn = (p.SignedOn ?? today).AddDays(20) < today ? (p.SignedOn ?? today).AddDays(20) : today, LegalRepresentative = random.Pick(People),
            });
            db.Add(company);
            Own(company, investor.Name, OwnerKind.Enterprise, random.Chance(70) ? 100 : 70, investor.Id, company.CapitalMinor);
        }
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A few things that do not fit, as they are met in practice.</summary>
    private async Task Contradict(List<Enterprise> investors, Dictionary<string, ClassKind> kinds, DateOnly today, CancellationToken cancel)
    {
        if (investors.Count < 12) return;
        Again(investors[1], f => f with { Kind = "国有企业" });
        Again(investors[3], f => f with { CapitalMinor = 50_000_000_000, PaidInMinor = 0, RegisteredOn = today.AddMonths(-2) });
        Again(investors[5], f => f with { Standing = "注销" });
        Again(investors[7], f => f with { Kind = "有限责任公司（外商投资企业与内资合资）" });
        if (!db.ChangeTracker.Entries<EnterpriseClass>().Any(t => t.Entity.EnterpriseId == investors[9].Id && t.Entity.Kind == "little-giant")) Title(investors[9], kinds["little-giant"], today.Year - 4, today.AddYears(-4), null);
        Again(investors[11], f => f with { Industry = "文化艺术业" });
        await db.SaveChangesAsync(cancel);
    }

    private static void Again(Enterprise e, Func<EnterpriseFacts, EnterpriseFacts> but) => e.Change(e.Name, but(new EnterpriseFacts
    {
        CreditCode = e.CreditCode, CapitalMinor = e.CapitalMinor, PaidInMinor = e.PaidInMinor, CapitalCurrency = e.CapitalCurrency, Industry = e.Industry, Standing = e.Standing, RegisteredOn = e.RegisteredOn,
        Kind = e.Kind, Region = e.Region, LegalRepresentative = e.LegalRepresentative, Phone = e.Phone, Address = e.Address, OtherNames = e.OtherNames,
    }));

    private void Own(Enterprise firm, string owner, OwnerKind kind, decimal percent, Guid? id = null, long? subscribed = null, string? country = null) => db.Add(new Shareholding(firm.Id, new ShareholdingFacts
    {
        Kind = kind, Owner = owner, OwnerId = id, Percent = percent, Country = country, SubscribedMinor = subscribed, PaidMinor = subscribed / 2, From = firm.RegisteredOn, DueOn = subscribed is null ? null : firm.RegisteredOn?.AddYears(5), Source = "市市场监督管理局",
    }));

    private void Title(Enterprise e, ClassKind kind, int year, DateOnly from, int? rank)
    {
        var held = new EnterpriseClass(e.Id, kind, year, from);
        held.Written(rank, null, null);
        db.Add(held);
    }

    private void Call(Enterprise e, string name, OtherNameKind kind)
    {
        db.Add(new OtherName(e.Id, name, kind));
        e.Goes([.. e.OtherNames?.Split('\n') ?? [], name]);
    }
}
