using System.Globalization;

namespace Bridgehead.Features.Assessments;

/// <summary>The arithmetic of the methods: exact, and said in words as it goes. Nothing is rounded before it is shown (domain rule 4.8 e).</summary>
public static class Scoring
{
    /// <summary>Scores an item for one unit.</summary>
    /// <param name="item">The item.</param>
    /// <param name="own">The unit's numbers, one for each input; null where nothing is known.</param>
    /// <param name="among">The first number of every comparable unit that has one, the unit's own included; only the efficacy coefficient looks at it.</param>
    public static ItemResult Score(SchemeItem item, IReadOnlyList<decimal?> own, IReadOnlyCollection<decimal> among)
    {
        if (item.NeedsEach && own.Any(n => n is null)) return Unknown(item, own);
        return item.Method switch
        {
            ScoreMethod.Ratio => OfRatio(item, own),
            ScoreMethod.Efficacy => OfEfficacy(item, own[0]!.Value, among),
            ScoreMethod.PerUnit or ScoreMethod.Bonus => OfPoints(item, own),
            ScoreMethod.Tiers => OfTiers(item, own),
            ScoreMethod.Deduction => OfDeduction(item, own),
            ScoreMethod.Given => new ItemResult(own[0], [$"评定{Text(own[0])}分，满分{Text(item.Weight)}分"]),
            _ => own.Any(n => n > 0) ? new ItemResult(null, [$"有否决情形，不排位次"], true) : new ItemResult(null, [$"没有否决情形"]),
        };
    }

    /// <summary>An item a document exempts a unit from.</summary>
    public static ItemResult Waived { get; } = new(null, [$"免考，分值由其余项目按比例折算"]) { Waived = true };

    /// <summary>The efficacy coefficient in percent: (x−min)÷(max−min)×40+60; null when all are equal and that gives no value.</summary>
    public static decimal? Efficacy(decimal x, decimal min, decimal max, bool equalIsFull) => max == min ? equalIsFull ? 100 : null : (x - min) / (max - min) * 40 + 60;

    /// <summary>Places by total, best first: equal ones share a place and the next is left out (1, 2, 2, 4).</summary>
    public static int Rank(decimal mine, IEnumerable<decimal> all) => 1 + all.Count(other => other > mine);

    /// <summary>A total as it is published: half up.</summary>
    public static decimal Published(decimal total, int digits) => Math.Round(total, digits, MidpointRounding.AwayFromZero);

    /// <summary>A number as it stands in the arithmetic: up to four digits, half up.</summary>
    public static string Text(decimal? number) => number is { } value ? Math.Round(value, 4, MidpointRounding.AwayFromZero).ToString("#,0.####", CultureInfo.InvariantCulture) : "—";

    private static ItemResult Unknown(SchemeItem item, IReadOnlyList<decimal?> own)
    {
        var missing = item.Inputs[own.TakeWhile(n => n is not null).Count()];
        return new ItemResult(null, [missing.Source switch
        {
            InputSource.Completion => $"“{missing.Name}”没有年度目标或没有数据，本项缺数",
            InputSource.Rate or InputSource.Cohort => $"“{missing.Name}”的分母为0或没有数据，本项缺数",
            InputSource.Figure => $"“{missing.Name}”没有数据，本项缺数",
            _ => $"“{missing.Name}”还没有填报，本项缺数",
        }]) { Missing = true };
    }

    private static ItemResult OfRatio(SchemeItem item, IReadOnlyList<decimal?> own)
    {
        var (sum, how, terms) = (0m, new List<FormattableString>(), new List<string>());
        for (var i = 0; i < own.Count; i++)
        {
            var (percent, share) = (own[i]!.Value, item.Share(item.Inputs[i]));
            var counted = Math.Max(0, item.Cap is { } cap ? Math.Min(percent, cap) : percent);
            if (counted < percent) how.Add($"“{item.Inputs[i].Name}”{Text(percent)}%超过上限，按{Text(counted)}%计");
            sum += counted * share / 100;
            terms.Add(own.Count == 1 && share == 100 ? $"{Text(counted)}%" : $"{Text(counted)}%×{Text(share)}%");
        }
        var score = item.Weight * sum / 100;
        how.Add($"{Text(item.Weight)}×{(terms.Count == 1 ? terms[0] : "(" + string.Join(" + ", terms) + ")")}＝{Text(score)}分");
        return new ItemResult(score, how);
    }

    private static ItemResult OfEfficacy(SchemeItem item, decimal x, IReadOnlyCollection<decimal> among)
    {
        var (min, max) = (among.Min(), among.Max());
        if (Efficacy(x, min, max, item.EqualIsFull) is not { } percent) return new ItemResult(null, [$"同组各单位都是{Text(x)}，按方案不计分"]);
        var score = item.Weight * percent / 100;
        return new ItemResult(score, max == min
            ? [$"同组各单位都是{Text(x)}，按方案计满分：{Text(item.Weight)}分"]
            : [$"功效系数＝({Text(x)}−{Text(min)})÷({Text(max)}−{Text(min)})×40+60＝{Text(percent)}%", $"{Text(item.Weight)}×{Text(percent)}%＝{Text(score)}分"]);
    }

    private static ItemResult OfPoints(SchemeItem item, IReadOnlyList<decimal?> own)
    {
        var (sum, terms) = Sum(item, own);
        var score = Math.Min(Math.Max(item.Weight, item.Cap ?? 0), sum);
        return new ItemResult(score, score < sum ? [$"{terms}＝{Text(sum)}分", $"最多计{Text(score)}分"] : [$"{terms}＝{Text(sum)}分"]);
    }

    private static ItemResult OfDeduction(SchemeItem item, IReadOnlyList<decimal?> own)
    {
        var (sum, terms) = Sum(item, own);
        var least = item.Weight > 0 ? 0 : -(item.Cap ?? decimal.MaxValue);
        var score = Math.Max(least, item.Weight - sum);
        FormattableString first = $"{Text(item.Weight)}−({terms})＝{Text(item.Weight - sum)}分";
        return new ItemResult(score, score > item.Weight - sum ? [first, $"最低计{Text(score)}分"] : [first]);
    }

    private static ItemResult OfTiers(SchemeItem item, IReadOnlyList<decimal?> own)
    {
        var (shorts, how) = (0m, new List<FormattableString>());
        for (var i = 0; i < own.Count; i++)
        {
            var (have, need) = (own[i]!.Value, SchemeItem.Each(item.Inputs[i]));
            var missing = Math.Max(0, need - have);
            if (missing > 0) how.Add($"“{item.Inputs[i].Name}”{Text(have)}个，应有{Text(need)}个，少{Text(missing)}个");
            else how.Add($"“{item.Inputs[i].Name}”{Text(have)}个，已达到{Text(need)}个");
            shorts += missing;
        }
        var score = Math.Max(0, item.Weight - item.Step!.Value * shorts);
        how.Add($"{Text(item.Weight)}−{Text(item.Step)}×{Text(shorts)}＝{Text(item.Weight - item.Step.Value * shorts)}分");
        if (score > item.Weight - item.Step.Value * shorts) how.Add($"最低计{Text(score)}分");
        return new ItemResult(score, how);
    }

    private static (decimal Sum, string Terms) Sum(SchemeItem item, IReadOnlyList<decimal?> own)
    {
        var counted = item.Inputs.Select((input, i) => (Each: SchemeItem.Each(input), Number: own[i] ?? 0)).ToList();
        return (counted.Sum(c => c.Each * c.Number), string.Join(" + ", counted.Select(c => $"{Text(c.Each)}×{Text(c.Number)}")));
    }
}
