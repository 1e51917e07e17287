using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Imports;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Demo;

/// <summary>A demo city has imported a directory of enterprises before, and remembers what a column of its monthly ledger is.</summary>
public sealed class DemoImports(BridgeheadDb db, TimeProvider clock) : DemoChapter
{
    private static readonly (string Name, string Industry)[] Visited =
    [
        ("云岫精密传动（深圳）有限公司", "通用设备制造业"), ("澜石新能源材料股份有限公司", "电气机械和器材制造业"), ("北辰冷链物流集团有限公司", "装卸搬运和仓储业"), ("合川半导体封测（无锡）有限公司", "计算机、通信和其他电子设备制造业"),
        ("雁回医药科技有限公司", "医药制造业"), ("松涛智能家居（佛山）有限公司", "家具制造业"), ("远岸数据服务有限公司", "软件和信息技术服务业"), ("青禾预制菜（成都）有限公司", "食品制造业"),
    ];

    /// <inheritdoc />
    public override int Order => 60;

    /// <inheritdoc />
    public override async Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel)
    {
        var bureau = units.First(u => u.Kind == UnitKind.CityBureau);
        var batch = new ImportBatch(ImportKind.Enterprises, "进博会对接企业名录.xlsx", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("进博会对接企业名录.xlsx"))), "周敏", null, bureau.Id, clock.GetUtcNow().UtcDateTime.AddDays(-21)) { Read = Visited.Length + 1, Accepted = Visited.Length, Added = Visited.Length, Refused = 1 };
        db.Add(batch);
        var heading = new RememberedChoice(bureau.Id, ImportKind.Projects, ChoiceSort.Heading, "", "", "对接人");
        heading.Means("contact");
        var word = new RememberedChoice(bureau.Id, ImportKind.Projects, ChoiceSort.Word, "", "origin", "外商");
        word.Means("Abroad");
        db.AddRange(heading, word);
        await db.SaveChangesAsync(cancel);
        var enterprises = Visited.Select(v => new Enterprise(v.Name, new EnterpriseFacts { Industry = v.Industry, Standing = "存续" }) { BatchId = batch.Id }).ToList();
        await BulkInsert.Into(db, enterprises, cancel);
        await SearchIndex.Add(db, enterprises, cancel);
    }
}
