using System.Globalization;

namespace Bridgehead.Features.Enterprises;

/// <summary>The rules that find what does not fit together (failure mode "fake state-owned firms", domain.md 13).</summary>
public static class Contradictions
{
    /// <summary>From which registered capital an unpaid new enterprise is looked at: 100 million yuan, in fen.</summary>
    public const long LargeCapital = 10_000_000_000;

    /// <summary>Until how many months after its founding an enterprise is new.</summary>
    public const int NewMonths = 6;

    private static readonly string[] StateWords = ["央企", "国企", "中央企业", "国有", "国资", "全民所有制"];
    private static readonly string[] ForeignWords = ["外商", "外国", "中外", "外资", "港澳台", "台港澳"];

    // sections whose enterprises invest in or organise what others do: holding companies, banks, headquarters, trade
    private static readonly HashSet<char> Everywhere = ['F', 'J', 'L', 'M'];

    /// <summary>Whether an enterprise can contradict itself by what stands in the register alone; spares looking at the others one by one.</summary>
    public static bool MayBeIn(Enterprise e) => ClaimsState(e) || ClaimsForeign(e) || e.State.IsGone() || e is { CapitalCurrency: "CNY", CapitalMinor: >= LargeCapital };

    /// <summary>What is found, with the details of each: a line for each hole of its sentence.</summary>
    public static IEnumerable<(ContradictionRule Rule, string Details)> In(Picture picture)
    {
        var (e, today) = (picture.Enterprise, picture.Today);
        var title = picture.Classes.FirstOrDefault(c => c.Kind.IsStateOwned && c.Held.HoldsOn(today)).Kind?.Name;
        if ((title is not null || ClaimsState(e)) && !picture.Owners.HasState)
            yield return (ContradictionRule.StateOwnedWithoutState, title ?? StateWords.First(w => Says(e, w)));
        if (e is { CapitalCurrency: "CNY", CapitalMinor: >= LargeCapital and var capital, RegisteredOn: { } founded } && founded.AddMonths(NewMonths) > today && (picture.PaidInMinor ?? 0) == 0 && (e.PaidInMinor ?? 0) == 0)
            yield return (ContradictionRule.HollowCapital, founded.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "\n" + (capital / 1_000_000m).ToString("#,0.##", CultureInfo.InvariantCulture));
        var live = picture.Projects.Where(p => p.IsLive).ToList();
        if (e.State.IsGone() && live.Count > 0)
            yield return (ContradictionRule.GoneWithProjects, LabelAttribute.Of(e.State) + "\n" + live.Count.ToString(CultureInfo.InvariantCulture) + "\n" + live[0].Name);
        if (ClaimsForeign(e) && !picture.Owners.HasForeigner) yield return (ContradictionRule.ForeignWithoutForeigner, e.Kind!);
        foreach (var (held, kind) in Expired(picture))
        {
            yield return (ContradictionRule.ClassExpired, kind.Name + "\n" + held.ValidTo!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            break;
        }
        foreach (var (name, industry, _) in live)
            if (AreFar(e.IndustryCode, industry) is { } other)
            {
                yield return (ContradictionRule.IndustryFarFromProject, $"{e.Industry}\n{name}\n{other.Name}");
                break;
            }
    }

    /// <summary>What is wrong, in a sentence.</summary>
    public static FormattableString Sentence(ContradictionRule rule, string details)
    {
        var part = (details + "\n\n\n").Split('\n');
        return rule switch
        {
            ContradictionRule.StateOwnedWithoutState => $"自称国有（{part[0]}），但已登记的股权链中没有国家机关",
            ContradictionRule.HollowCapital => $"{part[0]}成立，注册资本{part[1]}万元，实缴为0",
            ContradictionRule.GoneWithProjects => $"登记状态为“{part[0]}”，但还有{part[1]}个在推项目，如“{part[2]}”",
            ContradictionRule.ForeignWithoutForeigner => $"企业类型为“{part[0]}”，但已登记的股权链中没有境外投资者",
            ContradictionRule.ClassExpired => $"“{part[0]}”已于{part[1]}到期，没有新的认定",
            _ => $"登记行业为“{part[0]}”，而项目“{part[1]}”属于“{part[2]}”",
        };
    }

    /// <summary>What to do about it.</summary>
    public static string WhatToDo(ContradictionRule rule) => rule switch
    {
        ContradictionRule.StateOwnedWithoutState => "在国家企业信用信息公示系统逐级查股东，直到国务院国资委、地方国资委或财政部门；查不到的，停止以国企名义洽谈并报告分管领导",
        ContradictionRule.HollowCapital => "请企业提供验资报告、银行资信证明或股东出资能力证明，核实前不作为协议投资额的依据",
        ContradictionRule.GoneWithProjects => "核对登记状态；确已注销、吊销或迁出的，更换投资主体或将项目转为终止、退库",
        ContradictionRule.ForeignWithoutForeigner => "补登境外股东及其国家（地区）；已转为内资的，请更正企业类型",
        ContradictionRule.ClassExpired => "查最新公布的名单：仍在名单的登记新的认定，不在的不再按此口径统计",
        _ => "核对项目行业与营业执照经营范围；由别的企业实施的，补登项目公司",
    };

    private static bool ClaimsState(Enterprise e) => StateWords.Any(w => Says(e, w));

    private static bool Says(Enterprise e, string word) => e.Name.Contains(word, StringComparison.Ordinal) || e.Kind?.Contains(word, StringComparison.Ordinal) == true;

    private static bool ClaimsForeign(Enterprise e) => e.Kind is { } kind && ForeignWords.Any(w => kind.Contains(w, StringComparison.Ordinal));

    private static IEnumerable<(EnterpriseClass Held, ClassKind Kind)> Expired(Picture picture) =>
        picture.Classes.GroupBy(c => c.Kind.Code).Where(g => g.All(c => c.Held.ValidTo < picture.Today)).Select(g => g.MaxBy(c => c.Held.ValidTo)).OrderByDescending(c => c.Held.ValidTo);

    private static Industry? AreFar(string? code, string? words) =>
        code is { Length: > 0 } && !Everywhere.Contains(code[0]) && Classified.ReadIndustry(words) is { } other && other.Section.Code[0] != code[0] && !Everywhere.Contains(other.Section.Code[0]) ? other : null;
}
