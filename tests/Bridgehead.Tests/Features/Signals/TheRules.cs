using Bridgehead.Features.Signals;

namespace Bridgehead.Tests.Features.Signals;

/// <summary>Each rule sees its planted case and leaves an innocent one alone.</summary>
public sealed class TheRules
{
    private static readonly Guid East = Guid.Parse("00000000-0000-0000-0000-0000000000e1"), West = Guid.Parse("00000000-0000-0000-0000-0000000000e2");
    private static readonly SignalRules Rules = SignalRules.Default;
    private const long Wan = 1_000_000;

    [Fact]
    public void See_a_target_met_to_the_unit_and_not_one_passed_by_far_or_a_small_count()
    {
        // 145.00 of 145 亿元; 145.09 is 100.06 per cent and rounds to 100.1; 5 of 5 projects is nothing to wonder at, 78 of 78 is
        TargetFact Of(string name, long value, long target, bool count = false) => new(East, name, 2026, value, target, count ? 1 : Wan, count);
        var seen = AmountSignals.ExactTargets([Of("hit", 14_500 * 100 * Wan, 14_500 * 100 * Wan), Of("near", 10_004 * Wan, 10_000 * Wan), Of("far", 12_564 * 100_000 * Wan, 8_000 * 100_000 * Wan), Of("few", 5, 5, true), Of("many", 78, 78, true), Of("short", 77, 78, true)], Rules);
        Assert.Equal(["hit", "near", "many"], seen.Select(s => s.Name));
    }

    [Fact]
    public void See_a_month_that_ends_unlike_the_unit_s_own_months_before()
    {
        // four months with a quarter on the last days, then one with 90 per cent of ten million
        var usual = new[] { 1, 2, 3, 4 }.SelectMany(m => new[] { A(East, m, 5, 300), A(East, m, 12, 300), A(East, m, 20, 300), A(East, m, DateTime.DaysInMonth(2026, m), 300) });
        var spike = new[] { A(East, 5, 5, 100), A(East, 5, 29, 200), A(East, 5, 30, 200), A(East, 5, 30, 300), A(East, 5, 31, 200) };
        // who always enters at the end does so again: the unit's own history speaks for it
        var always = new[] { 1, 2, 3, 4, 5 }.SelectMany(m => Enumerable.Range(0, 5).Select(n => A(West, m, DateTime.DaysInMonth(2026, m) - n % 3, 100)));
        var seen = Assert.Single(AmountSignals.MonthEnds([.. usual, .. spike, .. always], Rules, 202601));
        Assert.Equal((East, "2026-05", 90m, 25m, 4), (seen.UnitId, seen.Name, seen.Measured, seen.Compared, seen.Evidence.Count));
    }

    [Fact]
    public void See_round_amounts_against_those_of_all()
    {
        // 12 of 20 against 12 of 60: 60 per cent against 20
        var planted = Enumerable.Range(1, 20).Select(n => A(East, 1, 3, n <= 12 ? 1000 * n : 1000 * n + 7));
        var innocent = Enumerable.Range(1, 40).Select(n => A(West, 1, 3, 1000 * n + 11));
        var seen = Assert.Single(AmountSignals.RoundAmounts([.. planted, .. innocent], Rules));
        Assert.Equal((East, 60m, 20m, 12), (seen.UnitId, seen.Measured, seen.Compared, seen.Evidence.Count));
        // where everybody rounds alike, nobody is singled out
        Assert.Empty(AmountSignals.RoundAmounts([.. Enumerable.Range(1, 20).SelectMany(n => new[] { A(East, 1, 3, 1000 * n), A(West, 1, 3, 1000 * n) })], Rules));
    }

    [Fact]
    public void Know_the_law_of_first_digits()
    {
        // the powers of two up to 2^59 follow it, as is known since Newcomb; the first 100 numbers from 100 on upwards in even steps do not
        var powers = Enumerable.Range(0, 60).Select(n => 1L << n).ToList();
        Assert.Equal([18, 12, 6, 6, 6, 4, 2, 5, 1], FirstDigitLaw.Count(powers));
        var even = Enumerable.Range(0, 180).Select(n => 100L + 5 * n).ToList();
        Assert.Equal(Enumerable.Repeat(20, 9), FirstDigitLaw.Count(even));
        // by hand: 20²/180 · Σ 1/p − 180 with p = log10(1 + 1/d) and Σ 1/p = 113.53756 gives 72.306; the powers give 3.782, which chance passes in 87.63 of 100 cases
        var (chi, p) = FirstDigitLaw.Test(FirstDigitLaw.Count(even));
        Assert.Equal(72.306m, Math.Round(chi, 3));
        Assert.True(p < 0.0001m);
        var law = FirstDigitLaw.Test(FirstDigitLaw.Count(powers));
        Assert.Equal((3.782m, 0.8763m), (Math.Round(law.ChiSquare, 3), Math.Round(law.Probability, 4)));
    }

    [Theory]
    [InlineData("15.507", "0.050")] // the table of the chi-square distribution with 8 degrees of freedom
    [InlineData("20.090", "0.010")]
    [InlineData("26.124", "0.001")]
    [InlineData("2.733", "0.950")]
    public void Agree_with_the_printed_table_of_chi_square(string chi, string beyond) =>
        Assert.Equal(decimal.Parse(beyond, System.Globalization.CultureInfo.InvariantCulture), Math.Round(FirstDigitLaw.Beyond(decimal.Parse(chi, System.Globalization.CultureInfo.InvariantCulture)), 3));

    [Fact]
    public void See_first_digits_that_chance_would_not_give_from_100_amounts_on()
    {
        var even = Enumerable.Range(0, 180).Select(n => A(East, 1, 3, 100 + 5 * n)).ToList();
        var powers = Enumerable.Range(0, 60).SelectMany(n => Enumerable.Range(0, 2).Select(_ => new AmountFact(West, null, new DateOnly(2026, 1, 3), 1L << n, 0))).ToList();
        Assert.Equal(East, Assert.Single(AmountSignals.FirstDigits([.. even, .. powers], Rules)).UnitId);
        Assert.Empty(AmountSignals.FirstDigits(even.Take(99), Rules));
    }

    [Fact]
    public void See_more_arrived_than_agreed()
    {
        var seen = AmountSignals.AboveAgreements([new(East, East, "多", 100, 125), new(West, West, "满", 100, 100), new(West, West, "未定", 0, 5)], Rules);
        Assert.Equal(("多", 125m), Assert.Single(seen.Select(s => (s.Name, s.Measured))));
    }

    [Fact]
    public void See_one_seller_and_one_receiver_over_projects()
    {
        var facts = Enumerable.Range(1, 3).Select(n => V(n, $"A{n}", "甲公司", "91510000000000001X", "丙公司")).Concat(Enumerable.Range(4, 2).Select(n => V(n, $"B{n}", "乙公司", null, "丁公司"))).ToList();
        Assert.Equal(("甲公司", 3m), Assert.Single(VoucherSignals.SharedSellers(facts, Rules).Select(s => (s.Name, s.Measured))));
        Assert.Equal(("丙公司", 3m), Assert.Single(VoucherSignals.SharedParties(facts, Rules).Select(s => (s.Name, s.Measured))));
    }

    [Fact]
    public void See_a_number_used_twice_and_numbers_in_a_row_over_projects()
    {
        var twice = new[] { V(1, "00012345", "甲", null, "x"), V(2, "00012345", "甲", null, "y"), V(3, "00012345", "乙", null, "z") };
        Assert.Equal(2, Assert.Single(VoucherSignals.Numbers(twice, Rules)).Evidence.Count);
        var row = new[] { V(1, "0000700", "丙", null, "x"), V(2, "0000701", "丙", null, "y"), V(3, "0000702", "丙", null, "x"), V(4, "0000800", "丙", null, "x") };
        Assert.Equal(3m, Assert.Single(VoucherSignals.Numbers(row, Rules)).Measured);
        // one contract paid with three invoices in a row is how invoices are written
        Assert.Empty(VoucherSignals.Numbers(row.Take(3).Select(v => v with { ProjectId = East }), Rules));
    }

    [Fact]
    public void See_what_took_a_recognised_voucher_back_and_money_that_left_within_the_days()
    {
        var red = Assert.Single(VoucherSignals.TakenBack([new(V(1, "1001", "甲", null, "x") with { Fen = 300 * Wan }, V(2, "1002", "甲", null, "x") with { Fen = -120 * Wan })]));
        Assert.Equal((SignalKind.TakenBack, "1001", 300m, 120m, 2), (red.Kind, red.Name, red.Measured, red.Compared, red.Evidence.Count));
        // came on 1 January: the 31st is within 30 days, the 32nd day and the day before are not
        VoucherFact Paid(int days) => V(5, "P", "甲", null, "x") with { On = new DateOnly(2026, 1, 1).AddDays(days) };
        var came = V(1, "1001", "甲", null, "x");
        Assert.Equal((30m, 30m), Assert.Single(VoucherSignals.RoundTrips([new(came, Paid(30)), new(came, Paid(31))], 30).Select(s => (s.Measured, s.Compared))));
        Assert.Empty(VoucherSignals.RoundTrips([new(came, Paid(31)), new(came, Paid(-1))], 30));
    }

    [Fact]
    public void Open_an_innocent_signal_again_only_where_it_rests_on_more()
    {
        Seen With(int pieces) => new(SignalKind.MonthEnd, "k", East, "2026-01", 80, 20, [.. Enumerable.Range(0, pieces).Select(n => new EvidenceFact("entry", $"{n}", "", 1, null))]);
        var signal = new Signal(With(3), DateTime.UnixEpoch);
        signal.SeenBy(Guid.NewGuid(), With(3));
        signal.Judge(false, "企业集中付款", "审计员", DateTime.UnixEpoch);
        signal.SeenBy(Guid.NewGuid(), With(3));
        Assert.Equal(SignalState.FalseAlarm, signal.State);
        signal.SeenBy(Guid.NewGuid(), With(4));
        Assert.Equal(SignalState.Open, signal.State);
    }

    private static AmountFact A(Guid unit, int month, int day, long wan) => new(unit, null, new DateOnly(2026, month, day), wan * Wan, month * 100 + day);

    private static VoucherFact V(int n, string number, string seller, string? sellerId, string buyer) =>
        new(new Guid(n, 0, 0, new byte[8]), East, new Guid(n, 1, 0, new byte[8]), number, seller, sellerId, buyer, null, new DateOnly(2026, 1, n), 100);
}
