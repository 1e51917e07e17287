using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>The rules as they are typed.</summary>
public sealed class RulesInput
{
    /// <summary>How many of a hundred are drawn.</summary>
    [Range(0, 100, ErrorMessage = "抽查比例应在0到100之间")] public int SamplePercent { get; set; } = 100;
    /// <summary>What the draw starts from.</summary>
    [MaxLength(60, ErrorMessage = "抽查种子最多60个字符")] public string? SampleSeed { get; set; }
    /// <summary>From this amount on every voucher is re-reviewed, in 万元.</summary>
    [Range(0d, 100000000d, ErrorMessage = "金额应在0到1亿万元之间")] public decimal AlwaysFromWan { get; set; }
    /// <summary>Days within which money may not leave again.</summary>
    [Range(0, 3650, ErrorMessage = "天数应在0到3650之间")] public int RoundTripDays { get; set; } = 30;
    /// <summary>The rate.</summary>
    public RatePolicy RatePolicy { get; set; }
    /// <summary>Land counts.</summary>
    public bool CountLand { get; set; }
    /// <summary>Working capital counts.</summary>
    public bool CountWorkingCapital { get; set; }
    /// <summary>Leases and decoration count.</summary>
    public bool CountDecoration { get; set; }
    /// <summary>Second-hand goods count.</summary>
    public bool CountSecondHand { get; set; }
    /// <summary>Levelling counts.</summary>
    public bool CountLevelling { get; set; }
    /// <summary>The four-piece set must be complete.</summary>
    public bool NeedSet { get; set; }
    /// <summary>The first day taken.</summary>
    public DateOnly? PeriodFrom { get; set; }
    /// <summary>The last day taken.</summary>
    public DateOnly? PeriodTo { get; set; }
    /// <summary>The version that was read.</summary>
    public long Version { get; set; }

    /// <summary>Fills the form.</summary>
    public static RulesInput Of(FundsRules r) => new()
    {
        SamplePercent = r.SamplePercent, SampleSeed = r.SampleSeed, AlwaysFromWan = new Money(r.AlwaysFromFen).Wan, RoundTripDays = r.RoundTripDays, RatePolicy = r.RatePolicy, CountLand = r.CountLand,
        CountWorkingCapital = r.CountWorkingCapital, CountDecoration = r.CountDecoration, CountSecondHand = r.CountSecondHand, CountLevelling = r.CountLevelling,
        NeedSet = r.NeedSet, PeriodFrom = r.PeriodFrom, PeriodTo = r.PeriodTo, Version = r.Version,
    };
}

/// <summary>The rules of recognition in force, and who may decide for the city.</summary>
public sealed class FundsSettings(BridgeheadDb db, ScopedUnits scope)
{
    /// <summary>The rules; those before anybody decided otherwise when nobody has.</summary>
    public async Task<FundsRules> Rules(CancellationToken cancel = default) => await db.Set<FundsRules>().FirstOrDefaultAsync(r => r.Id == FundsRules.Only, cancel) ?? new FundsRules();

    /// <summary>Whether the asker speaks for the city: its scope covers the city itself.</summary>
    public async Task<bool> IsOfCity(CancellationToken cancel = default) => (await scope.All(cancel)).Any(u => u.Kind == UnitKind.City);

    /// <summary>Sets them anew. Refused unless the asker speaks for the city, and for a draw without a seed.</summary>
    public async Task<FundsRules> Set(RulesInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(await IsOfCity(cancel), $"认定规则由市级审核人员设定");
        Refusal.When(input.SamplePercent < 100 && string.IsNullOrWhiteSpace(input.SampleSeed), $"抽查比例低于100%时必须公布抽查种子，任何人都能重算抽取结果", "Input.SampleSeed");
        Refusal.When(input.PeriodFrom > input.PeriodTo, $"统计期的开始日期不能晚于结束日期", "Input.PeriodTo");
        var rules = await db.Set<FundsRules>().FirstOrDefaultAsync(r => r.Id == FundsRules.Only, cancel);
        if (rules is null) db.Add(rules = new FundsRules());
        else db.ReadAt(rules, input.Version);
        (rules.SamplePercent, rules.SampleSeed, rules.AlwaysFromFen) = (input.SamplePercent, input.SampleSeed?.Trim() ?? "", Money.FromWan(input.AlwaysFromWan).Fen);
        (rules.RoundTripDays, rules.RatePolicy, rules.NeedSet, rules.PeriodFrom, rules.PeriodTo) = (input.RoundTripDays, input.RatePolicy, input.NeedSet, input.PeriodFrom, input.PeriodTo);
        (rules.CountLand, rules.CountWorkingCapital, rules.CountDecoration) = (input.CountLand, input.CountWorkingCapital, input.CountDecoration);
        (rules.CountSecondHand, rules.CountLevelling) = (input.CountSecondHand, input.CountLevelling);
        await db.SaveChangesAsync(cancel);
        return rules;
    }
}
