using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>The classes and the due-diligence checklist every new installation begins with (domain.md 4.10, 13). Afterwards they are data.</summary>
public static class DefaultKinds
{
    // a subsidiary counts from 51 % or when controlled, for lists of the largest and for state ownership; titles of a single firm are not passed on
    private static readonly (string Code, string Name, string English, string IssuedBy, int? Months, int? Share, bool State)[] Kinds =
    [
        ("fortune-500", "世界500强", "Fortune Global 500", "《财富》杂志", 12, 51, false),
        ("china-500", "中国企业500强", "China Top 500", "中国企业联合会", 12, 51, false),
        ("private-500", "中国民营企业500强", "Top 500 private enterprises", "全国工商联", 12, 51, false),
        ("manufacturing-500", "中国制造业企业500强", "Top 500 manufacturers", "中国企业联合会", 12, 51, false),
        ("service-500", "中国服务业企业500强", "Top 500 service enterprises", "中国企业联合会", 12, 51, false),
        ("listed", "上市公司", "Listed company", "证券交易所", null, null, false),
        ("central-soe", "中央企业", "Central state-owned enterprise", "国务院国资委", null, 51, true),
        ("local-soe", "地方国有企业", "Local state-owned enterprise", "地方国资委", null, 51, true),
        ("high-tech", "高新技术企业", "High-tech enterprise", "科技、财政、税务部门", 36, null, false),
        ("specialised", "省级专精特新", "Provincial specialised SME", "省级工信部门", 36, null, false),
        ("little-giant", "专精特新“小巨人”", "Little giant", "工业和信息化部", 36, null, false),
        ("single-champion", "制造业单项冠军", "Single-product champion", "工业和信息化部", 36, null, false),
        ("gazelle", "瞪羚企业", "Gazelle", "省级科技部门", 24, null, false),
        ("unicorn", "独角兽企业", "Unicorn", "榜单发布机构", 12, null, false),
        ("chain-leader", "链主企业", "Chain leader", "市产业链办公室", 24, null, false),
    ];

    private static readonly (string Code, string Name, string English, string Hint, string EnglishHint, int Months)[] Items =
    [
        ("credit-code", "信用代码有效", "Credit code is valid", "在国家企业信用信息公示系统按代码查询，名称与代码一致", "Look the code up in the national enterprise credit system; name and code agree", 12),
        ("state", "登记状态", "State of registration", "存续或在业；近一年有无经营异常、严重违法记录", "In existence or operation; abnormal-operation or serious-offence records of the last year", 6),
        ("ownership", "股权链核实", "Ownership chain", "逐级查到自然人、国家机关或境外投资者为止，并登记在“股权与集团”", "Follow the owners up to people, state organs or foreign investors, and note them under Owners and group", 12),
        ("state-owned", "国有身份核实", "State ownership", "自称央企、国企的，须查到国家机关股东，并比对国资委公布的名录；不涉及的注明", "A firm that calls itself state-owned must lead up to a state organ and stand on the commission’s list; say so where it does not apply", 12),
        ("dishonest", "失信与限制高消费", "Dishonest judgment debtors", "在中国执行信息公开网查企业、法定代表人和实际控制人", "Look up the firm, its representative and its controller at the courts’ enforcement site", 3),
        ("capital", "资金实力证明", "Proof of funds", "近两年审计报告、银行资信证明，与计划投资额是否相称", "Audit reports of two years and a bank reference, measured against the planned investment", 6),
        ("business", "主营业务", "Main business", "营业收入构成、在营基地、主要客户；与拟投项目是否同业", "Where revenue comes from, plants in operation, main customers; whether the project is the same trade", 12),
        ("tax-litigation", "税务与诉讼", "Tax and litigation", "纳税信用等级、欠税公告，重大诉讼与行政处罚", "Tax credit grade, arrears, major litigation and penalties", 6),
    ];

    /// <summary>Adds what is missing.</summary>
    public static async Task Install(BridgeheadDb db, CancellationToken cancel = default)
    {
        var (kinds, items) = (await db.Set<ClassKind>().Select(k => k.Code).ToListAsync(cancel), await db.Set<CheckItem>().Select(i => i.Code).ToListAsync(cancel));
        var order = 0;
        foreach (var (code, name, english, issuedBy, months, share, state) in Kinds)
        {
            order += 10;
            if (kinds.Contains(code)) continue;
            var kind = new ClassKind(code, order);
            kind.Describe(name, english, issuedBy, months, share, state);
            db.Add(kind);
        }
        order = 0;
        foreach (var (code, name, english, hint, englishHint, months) in Items)
        {
            order += 10;
            if (items.Contains(code)) continue;
            var item = new CheckItem(code, order);
            item.Describe(name, english, hint, englishHint, months, isUsed: true);
            db.Add(item);
        }
        await db.SaveChangesAsync(cancel);
    }
}
