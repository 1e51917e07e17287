using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Demo;

/// <summary>The organisation of the fictional city of 青岚: its offices, six districts, five parks, thirteen outposts, and personas who work with them.</summary>
internal static class DemoUnits
{
    private static readonly (string Code, string Name, string Short, string English)[] Districts =
    [
        ("linlan", "临澜区", "临澜区", "Linlan District"), ("wangyue", "望岳区", "望岳区", "Wangyue District"), ("yunpi", "云陂县", "云陂县", "Yunpi County"),
        ("danqiao", "丹桥县", "丹桥县", "Danqiao County"), ("songyan", "松堰县", "松堰县", "Songyan County"), ("chengtang", "澄塘县", "澄塘县", "Chengtang County"),
    ];

    private static readonly (string Code, string Name, string Short, string English, string District)[] Parks =
    [
        ("lanjiang-park", "青岚经济技术开发区管理委员会", "青岚经开区", "Qinglan Economic Development Zone", "linlan"),
        ("wangyue-park", "望岳高新技术产业园区管理委员会", "望岳高新园", "Wangyue Hi-tech Park", "wangyue"),
        ("yunpi-park", "云陂新材料产业园管理委员会", "云陂新材料园", "Yunpi New Materials Park", "yunpi"),
        ("danqiao-park", "丹桥农产品加工园管理委员会", "丹桥农加园", "Danqiao Agri-processing Park", "danqiao"),
        ("songyan-park", "松堰临港物流园管理委员会", "松堰物流园", "Songyan Port Logistics Park", "songyan"),
    ];

    private static readonly (string Code, string City, string English)[] Outposts =
    [
        ("beijing", "北京", "Beijing"), ("shanghai", "上海", "Shanghai"), ("shenzhen", "深圳", "Shenzhen"), ("guangzhou", "广州", "Guangzhou"), ("hangzhou", "杭州", "Hangzhou"),
        ("nanjing", "南京", "Nanjing"), ("suzhou", "苏州", "Suzhou"), ("chengdu", "成都", "Chengdu"), ("chongqing", "重庆", "Chongqing"), ("wuhan", "武汉", "Wuhan"),
        ("xiamen", "厦门", "Xiamen"), ("xian", "西安", "Xi'an"), ("hongkong", "香港", "Hong Kong"),
    ];

    /// <summary>All units in administrative order.</summary>
    public static IReadOnlyList<Unit> Found()
    {
        var city = Named(new Unit("city", "青岚市", UnitKind.City, null, 0), "青岚市", "Qinglan City", "全市\n市本级");
        List<Unit> units =
        [
            city,
            Named(new Unit("bureau", "青岚市经济合作局", UnitKind.CityBureau, city, 1), "市经合局", "Qinglan Bureau of Economic Cooperation", "经合局\n投资促进局"),
            Named(new Unit("finance", "青岚市财政局", UnitKind.CityDepartment, city, 2), "市财政局", "Qinglan Bureau of Finance", ""),
            Named(new Unit("government", "青岚市人民政府", UnitKind.Leaders, city, 3), "市政府", "Qinglan Municipal Government", ""),
            Named(new Unit("audit", "青岚市审计局", UnitKind.Auditors, city, 4), "市审计局", "Qinglan Audit Bureau", ""),
        ];
        var order = 10;
        foreach (var (code, name, shortName, english) in Districts) units.Add(Named(new Unit(code, "青岚市" + name, UnitKind.District, city, order++), shortName, english, ""));
        foreach (var (code, name, shortName, english, district) in Parks)
            units.Add(Named(new Unit(code, name, UnitKind.Park, units.First(u => u.Code == district), order++), shortName, english, ""));
        order = 40;
        foreach (var (code, place, english) in Outposts)
            units.Add(Named(new Unit("in-" + code, $"青岚市驻{place}经济合作局", UnitKind.Outpost, city, order++), $"驻{place}局", $"{english} Office", $"驻{place}办事处"));
        return units;
    }

    /// <summary>The personas: the city, a district, a county, a park and an outpost, and the three administrators. Enterprises only read what is theirs, agents and banks nothing yet: there is none of them.</summary>
    public static IEnumerable<AppUser> Personas(IReadOnlyList<Unit> units)
    {
        (string Name, string Shown, Role Role, string Unit)[] people =
        [
            ("clerk", "周敏", Role.Clerk, "bureau"), ("reviewer", "何立群", Role.Reviewer, "bureau"), ("leader", "陈副市长", Role.Leader, "government"),
            ("auditor", "梁静", Role.Auditor, "audit"), ("district-clerk", "罗小雨", Role.Clerk, "linlan"), ("district-reviewer", "唐建国", Role.Reviewer, "linlan"),
            ("county-clerk", "吴凡", Role.Clerk, "yunpi"), ("park-clerk", "赵蕾", Role.Clerk, "lanjiang-park"), ("cadre", "孙海", Role.OutpostCadre, "in-shenzhen"),
            ("system-admin", "系统管理员", Role.SystemAdministrator, "bureau"), ("security-admin", "安全管理员", Role.SecurityAdministrator, "bureau"),
            ("audit-admin", "审计管理员", Role.AuditAdministrator, "bureau"),
        ];
        foreach (var (name, shown, role, unit) in people)
            yield return new AppUser
            {
                Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = shown, Role = role,
                UnitId = units.First(u => u.Code == unit).Id, IsPersona = true, SecurityStamp = Guid.NewGuid().ToString("N"),
            };
    }

    private static Unit Named(Unit unit, string shortName, string english, string aliases)
    {
        unit.Call(unit.Name, shortName, english, aliases);
        return unit;
    }
}
