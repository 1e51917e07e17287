using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Demo;

/// <summary>A dozen records that are there twice, as they come about: two districts after one investor, a phase written as a project, a former name, a slip of the pen.</summary>
public sealed class DemoDuplicates(BridgeheadDb db, OpenProject open, ScanDuplicates scan, TimeProvider clock) : DemoChapter
{
    private static readonly (string Name, string Investor, string Industry, decimal Wan, string Unit, string? Contact)[] Projects =
    [
        ("澜岳储能电池模组生产项目", "杭州澜岳储能科技有限公司", "电气机械和器材制造业", 52_000, "linlan", "沈经理 13900001101"),
        ("澜岳储能电池模组生产项目（一期）", "杭州澜岳储能科技有限公司", "电气机械和器材制造业", 30_000, "wangyue", "沈经理 13900001101"),
        ("川岚柑橘精深加工及冷链物流中心建设项目", "重庆果谷食品有限公司", "食品制造业", 18_000, "danqiao", null),
        ("川岚柑橘精深加工及冷链物流中心", "重庆果谷食品有限公司", "食品制造业", 18_500, "songyan", null),
        ("高纯石英砂及光伏坩埚制造基地", "江苏晶砂新材料股份有限公司", "非金属矿物制品业", 86_000, "yunpi", "韩总 13900001107"),
        ("高纯石英砂和光伏坩埚制造基地", "江苏晶砂新材料有限公司", "非金属矿物制品业", 80_000, "linlan", null),
        ("智能网联汽车线束工厂", "深圳驰线电子有限公司", "汽车制造业", 26_000, "linlan", "罗工 13900001109"),
        ("新能源汽车高压连接器产线", "深圳驰线电子有限公司", "汽车制造业", 24_000, "wangyue", null),
        ("生物基可降解薄膜项目", "上海绿膜生物科技有限公司", "化学原料和化学制品制造业", 41_000, "chengtang", null),
        ("聚乳酸制品生产线", "上海绿膜生物科技有限公司", "化学原料和化学制品制造业", 38_000, "linlan", null),
    ];

    /// <inheritdoc />
    public override int Order => 900;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        if (size.Projects < 50) return;
        foreach (var (name, investor, industry, wan, unit, contact) in Projects)
            await open.Run(new ProjectFacts
            {
                Name = name, UnitId = units.First(u => u.Code == unit).Id, Investor = investor, Industry = industry, Amount = Money.FromWan(wan), Contact = contact,
                Origin = Origin.OtherProvince, OriginPlace = investor[..2], Branch = Branch.Secondary, Description = $"{name}，与投资方洽谈中。",
            }, Stage.Called("talks")!, cancel);
        db.AddRange(
            new Enterprise("青岚锐谷精密制造有限公司", new EnterpriseFacts { LegalRepresentative = "谢衡", Region = "青岚", Address = "临澜区滨江路18号", Phone = "028-60010021", Standing = "存续" }),
            new Enterprise("锐谷精密制造有限公司", new EnterpriseFacts { LegalRepresentative = "谢衡", Address = "青岚市临澜区滨江路18号2幢", Phone = "13900001120" }),
            new Enterprise("北京泽禾农业科技股份有限公司", new EnterpriseFacts { CreditCode = DemoNames.Code(9_900_001), OtherNames = "泽禾农科", LegalRepresentative = "姚静", Standing = "存续" }),
            new Enterprise("泽禾农科", new EnterpriseFacts { Phone = "13900001122", Business = "柑橘种苗" }));
        await db.SaveChangesAsync(cancel);
        // a city for measuring is not looked through while it is made
        if (size.Projects > Detailed) return;
        await scan.Run(cancel);
        await Age(cancel);
    }

    /// <summary>Two have waited longer than they should.</summary>
    private async Task Age(CancellationToken cancel)
    {
        var old = clock.GetUtcNow().UtcDateTime.AddHours(-41);
        foreach (var pair in await db.Set<DuplicatePair>().Where(p => p.Level == 2).OrderBy(p => p.Id).Take(2).Select(p => p.Id).ToListAsync(cancel))
            await db.Set<DuplicatePair>().Where(p => p.Id == pair).ExecuteUpdateAsync(set => set.SetProperty(p => p.FoundOn, old), cancel);
    }
}
