using System.Globalization;

namespace Bridgehead.Features.Signals;

/// <summary>The rules over amounts, targets and agreements; pure, so that each can be checked by hand.</summary>
public static class AmountSignals
{
    /// <summary>Ten million yuan, in fen.</summary>
    public const long Round = 1_000_000_000;

    /// <summary>A target met to the unit of display, or to 100.0 per cent after rounding; small counts are met exactly too often.</summary>
    public static IEnumerable<Seen> ExactTargets(IEnumerable<TargetFact> facts, SignalRules rules) =>
        from f in facts
        where f.Target > 0 && (!f.IsCount || f.Target >= rules.TargetAtLeast)
        let completion = f.Value * 100m / f.Target
        where Math.Round(completion, 1, MidpointRounding.AwayFromZero) == 100m || Math.Abs(f.Value - f.Target) < f.Smallest
        select new Seen(SignalKind.ExactTarget, $"{f.UnitId:N}|{f.Indicator}|{f.Year}", f.UnitId, f.Indicator, Math.Round(completion, 2, MidpointRounding.AwayFromZero), 100m,
            [new EvidenceFact("figure", $"{f.Indicator}|{f.Year}", f.Indicator, null, null)]);

    /// <summary>A month whose last three days hold a large share, and far more than the mean of the unit's months before (up to twelve, at least three).</summary>
    public static IEnumerable<Seen> MonthEnds(IEnumerable<AmountFact> facts, SignalRules rules, int fromMonth)
    {
        foreach (var unit in facts.Where(f => f.Fen > 0).GroupBy(f => f.UnitId))
        {
            var months = unit.GroupBy(f => Months.Of(f.On)).OrderBy(m => m.Key).Select(m => (Month: m.Key, All: m.ToList(), Share: m.Where(InLastDays).Sum(f => f.Fen) * 100m / m.Sum(f => f.Fen))).ToList();
            for (var i = 3; i < months.Count; i++)
            {
                var (month, all, share) = months[i];
                var usual = months.Skip(Math.Max(0, i - 12)).Take(Math.Min(i, 12)).Average(m => m.Share);
                if (month < fromMonth || all.Count < rules.MonthEndEntries || share < rules.MonthEndShare || share - usual < rules.MonthEndAbove) continue;
                yield return new Seen(SignalKind.MonthEnd, $"{unit.Key:N}|{month}", unit.Key, Months.Text(month), Two(share), Two(usual), Entries(all.Where(InLastDays)));
            }
        }
    }

    /// <summary>Many amounts that can be divided by ten million yuan, also against the share of all units.</summary>
    public static IEnumerable<Seen> RoundAmounts(IReadOnlyCollection<AmountFact> facts, SignalRules rules)
    {
        var amounts = facts.Where(f => f.Fen > 0).ToList();
        if (amounts.Count == 0) yield break;
        var usual = amounts.Count(IsRound) * 100m / amounts.Count;
        foreach (var unit in amounts.GroupBy(f => f.UnitId))
        {
            var (all, round) = (unit.Count(), unit.Where(IsRound).ToList());
            var share = round.Count * 100m / all;
            if (all >= rules.RoundEntries && share >= rules.RoundShare && share * 100 >= usual * rules.RoundTimes)
                yield return new Seen(SignalKind.RoundAmounts, $"{unit.Key:N}", unit.Key, round.Count.ToString(CultureInfo.InvariantCulture) + "/" + all.ToString(CultureInfo.InvariantCulture), Two(share), Two(usual), Entries(round));
        }
    }

    /// <summary>First digits that chance would hardly give, from 100 amounts on.</summary>
    public static IEnumerable<Seen> FirstDigits(IEnumerable<AmountFact> facts, SignalRules rules)
    {
        foreach (var unit in facts.Where(f => f.Fen > 0).GroupBy(f => f.UnitId))
        {
            var all = unit.ToList();
            if (all.Count < Math.Max(100, rules.DigitsEntries)) continue;
            var counts = FirstDigitLaw.Count(all.Select(f => f.Fen));
            var (chi, p) = FirstDigitLaw.Test(counts);
            if (p * 1000 > rules.DigitsPerMille) continue;
            yield return new Seen(SignalKind.FirstDigits, $"{unit.Key:N}", unit.Key, all.Count.ToString(CultureInfo.InvariantCulture), Two(chi), Math.Round(p, 6, MidpointRounding.AwayFromZero),
                [.. counts.Select((c, i) => new EvidenceFact("digit", (i + 1).ToString(CultureInfo.InvariantCulture), c.ToString(CultureInfo.InvariantCulture), null, null))]);
        }
    }

    /// <summary>Projects to which more has arrived than was agreed.</summary>
    public static IEnumerable<Seen> AboveAgreements(IEnumerable<AgreementFact> facts, SignalRules rules) =>
        from f in facts
        where f.AgreedFen > 0 && (decimal)f.ArrivedFen * 100 > (decimal)f.AgreedFen * rules.AgreementPercent
        select new Seen(SignalKind.AboveAgreement, $"{f.ProjectId:N}", f.UnitId, f.Name, Two(f.ArrivedFen * 100m / f.AgreedFen), rules.AgreementPercent, [new EvidenceFact("project", f.ProjectId.ToString(), f.Name, f.ArrivedFen, null)]) { ProjectId = f.ProjectId };

    private static bool InLastDays(AmountFact f) => f.On.Day > DateTime.DaysInMonth(f.On.Year, f.On.Month) - 3;

    private static bool IsRound(AmountFact f) => f.Fen % Round == 0;

    private static decimal Two(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static List<EvidenceFact> Entries(IEnumerable<AmountFact> facts) =>
        [.. facts.OrderByDescending(f => f.Fen).ThenBy(f => f.Sequence).Select(f => new EvidenceFact("entry", f.Sequence.ToString(CultureInfo.InvariantCulture), f.ProjectId?.ToString() ?? "", f.Fen, f.On))];
}
