using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Admission;

/// <summary>The sheet an installation begins with: the eleven items of the county of Tuanfeng, 100 points, and the usual vetoes (domain rule 6.7).</summary>
public static class DefaultSheet
{
    /// <summary>The items.</summary>
    public static IReadOnlyList<ScoreItem> Items { get; } =
    [
        new("产业类别", 5, "主导产业5分；关联产业3分；其他1分"), new("科技水平", 5, "国家高新技术企业或国内领先5分；省内先进3分；一般1分"),
        new("投资规模", 17, "10亿元以上17分；5—10亿元14分；1—5亿元10分；1亿元以下5分"), new("投资强度", 17, "300万元/亩以上17分；200—300万元/亩13分；150—200万元/亩9分；不足150万元/亩0分"),
        new("投资主体", 10, "世界或中国500强、上市公司10分；行业百强7分；规上企业5分；其他2分"), new("环境影响", 5, "无污染5分；经治理达标3分；重点排污1分"), new("安全生产", 5, "一般行业5分；较大危险因素3分；危险化学品等1分"),
        new("土地利用", 10, "租用存量厂房10分；盘活存量土地8分；新增用地且容积率1.5以上6分；其他2分"), new("规划设计", 5, "符合规划且方案优5分；符合规划3分；须调整规划0分"),
        new("税收", 16, "亩均税收20万元以上16分；8—20万元11分；5—8万元6分；5万元以下0分"), new("就业", 5, "300人以上5分；100—300人3分；100人以下1分"),
    ];

    /// <summary>What rules a project out.</summary>
    public static IReadOnlyList<string> Vetoes { get; } =
        ["不符合“两高”项目管控要求", "属于国家明令淘汰的落后产能", "占用永久基本农田或生态保护红线", "投资方或实际控制人为失信被执行人", "不符合国土空间规划且无法调整", "近三年发生较大以上安全或环保事故且未整改"];

    /// <summary>What it takes to pass.</summary>
    public const int PassMark = 60;

    /// <summary>Writes it as the first version where there is none.</summary>
    public static async Task Install(BridgeheadDb db, CancellationToken cancel = default)
    {
        if (await db.Set<ScoreSheet>().AnyAsync(cancel)) return;
        db.Add(new ScoreSheet(1, Items, Vetoes, PassMark, "系统", DateTime.UnixEpoch));
        await db.SaveChangesAsync(cancel);
    }
}
