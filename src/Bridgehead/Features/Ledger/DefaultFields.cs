using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>
/// The fields a new installation begins with. The statistics bureau's classifications go down to single classes and parts of classes; here they are drawn
/// together to whole groups, as a department can tell them from a project's industry. The city writes its own versions.
/// </summary>
public static class DefaultFields
{
    private sealed record Row(string Code, string Name, string English, string Codes, string Source);

    private static readonly Row[] Rows =
    [
        new("high-technology", "高技术产业", "High technology", "27 374 3562 3563 382 391 392 393 394 395 396 397 398 358 40 63 64 65 73 75", "国家统计局《高技术产业（制造业）分类（2017）》《高技术产业（服务业）分类（2018）》，归并到行业大类、中类"),
        new("cultural-creative", "文化创意产业", "Cultural and creative industries", "231 242 243 245 246 622 6513 6572 7251 748 749 86 87 88 90", "国家统计局《文化及相关产业分类（2018）》，归并到行业大类、中类"),
        new("modern-services", "现代服务业", "Modern services", "59 63 64 65 66 67 68 69 71 72 73 74 75 83 84 86 87 88", "国家统计局《现代服务业统计分类》（国统字〔2023〕14号），归并到行业大类"),
        new("electronics", "5+1 电子信息", "5+1 Electronics and information", "39 63 64 65", "省“5+1”现代工业体系：电子信息"),
        new("equipment", "5+1 装备制造", "5+1 Equipment", "33 34 35 36 37 38 40 43", "省“5+1”现代工业体系：装备制造"),
        new("food", "5+1 食品饮料", "5+1 Food and beverages", "13 14 15", "省“5+1”现代工业体系：食品饮料"),
        new("materials", "5+1 先进材料", "5+1 Advanced materials", "28 29 30 31 32", "省“5+1”现代工业体系：先进材料"),
        new("energy-chemicals", "5+1 能源化工", "5+1 Energy and chemicals", "06 07 25 26 44 45", "省“5+1”现代工业体系：能源化工"),
        new("digital", "5+1 数字经济", "5+1 Digital economy", "39 63 64 65", "省“5+1”现代工业体系：数字经济核心产业，归并到行业大类"),
    ];

    /// <summary>Adds the ones that are not there yet.</summary>
    public static async Task Install(BridgeheadDb db, CancellationToken cancel = default)
    {
        var there = await db.Set<IndustryField>().Select(f => f.Code).ToListAsync(cancel);
        foreach (var row in Rows.Where(r => !there.Contains(r.Code))) db.Add(new IndustryField(row.Code, 1, row.Name, row.English, row.Codes, row.Source, null));
        await db.SaveChangesAsync(cancel);
    }
}
