using Bridgehead.Features.Agreements;
using CsCheck;

namespace Bridgehead.Tests.Features.Agreements;

/// <summary>How a promise stands on each day; every expected state is worked out by hand from a day of 30 June 2025 and thirty days of notice.</summary>
public sealed class APromise
{
    private static readonly DateOnly Signed = new(2024, 1, 10);
    private static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2024-01-09", null)]
    [InlineData("2024-01-10", "NotYetDue")]
    [InlineData("2025-05-30", "NotYetDue")]
    [InlineData("2025-05-31", "Due")]
    [InlineData("2025-06-30", "Due")]
    [InlineData("2025-07-01", "Missed")]
    public void Is_not_yet_due_then_due_then_missed(string day, string? expected) =>
        Assert.Equal(expected, Standing("investment", Money.FromWan(5_000).Fen, "2025-06-30").StateOn(Day(day))?.ToString());

    [Fact]
    public void Of_money_is_kept_when_what_was_paid_adds_up()
    {
        var promise = Standing("investment", Money.FromWan(5_000).Fen, "2025-06-30");
        Fulfilment[] records = [Record(promise, "2024-03-01", Money.FromWan(2_000).Fen), Record(promise, "2025-07-15", Money.FromWan(3_000).Fen)];
        promise.Reckon(records[..1]);
        Assert.Equal((40m, PromiseState.Missed), (promise.Percent, promise.StateOn(new DateOnly(2025, 8, 1))));
        promise.Reckon(records);
        Assert.Equal((100m, PromiseState.Met, 15), (promise.Percent, promise.StateOn(new DateOnly(2025, 8, 1)), promise.DaysLate));
        // on the day before the second payment it was still missed, and that does not change afterwards
        Assert.Equal(PromiseState.Missed, promise.StateOn(new DateOnly(2025, 7, 14)));
        records[1].Withdraw("重复登记", "唐");
        promise.Reckon(records);
        Assert.Equal((40m, PromiseState.Missed), (promise.Percent, promise.StateOn(new DateOnly(2025, 8, 1))));
    }

    [Fact]
    public void Of_a_yearly_amount_is_judged_by_the_latest_record()
    {
        var promise = Standing("annual-tax", Money.FromWan(500).Fen, "2026-12-31");
        Fulfilment[] records = [Record(promise, "2025-06-30", Money.FromWan(320).Fen), Record(promise, "2025-12-31", Money.FromWan(400).Fen)];
        promise.Reckon(records);
        Assert.Equal((80m, null), (promise.Percent, promise.MetOn));
    }

    [Theory]
    [InlineData(PromiseOperator.AtMost, 3_000, 2_900, 100, true)]
    [InlineData(PromiseOperator.AtMost, 3_000, 4_000, 75, false)]
    [InlineData(PromiseOperator.Exactly, 3_000, 3_000, 100, true)]
    [InlineData(PromiseOperator.Exactly, 3_000, 4_000, 75, false)]
    [InlineData(PromiseOperator.AtLeast, 3_000, 2_400, 80, false)]
    [InlineData(PromiseOperator.AtLeast, 3_000, 3_600, 120, true)]
    public void Is_held_against_its_bound(PromiseOperator how, long target, long reached, int percent, bool kept)
    {
        var promise = Standing("energy", target, "2025-06-30", how);
        promise.Reckon([Record(promise, "2025-01-01", reached)]);
        Assert.Equal((percent, kept), (promise.Percent, promise.MetOn is not null));
    }

    [Fact]
    public void Of_a_day_is_kept_by_what_happened_late_or_in_time()
    {
        var promise = Standing("start", 0, "2024-07-10");
        promise.Reckon([Record(promise, "2024-08-21", 0)]);
        Assert.Equal((PromiseState.Met, 42), (promise.StateOn(new DateOnly(2024, 8, 21)), promise.DaysLate));
    }

    [Fact]
    public void Is_waived_by_a_second_person_alone()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var promise = Standing("jobs", 1_000_000, "2024-06-30");
        Assert.Equal("申请豁免必须写明理由", Assert.Throws<Refusal>(() => promise.AskWaiver(" ", one, "周")).Message);
        promise.AskWaiver("用工改为自动化产线", one, "周");
        Assert.Equal("豁免须由申请人以外的人审定，请换一位审核人办理", Assert.Throws<Refusal>(() => promise.DecideWaiver(true, new DateOnly(2024, 9, 1), one, "周")).Message);
        Assert.Equal(PromiseState.Missed, promise.StateOn(new DateOnly(2024, 9, 1)));
        promise.DecideWaiver(true, new DateOnly(2024, 9, 1), two, "何");
        Assert.Equal((PromiseState.Missed, PromiseState.Waived), (promise.StateOn(new DateOnly(2024, 8, 31)), promise.StateOn(new DateOnly(2024, 9, 1))));
    }

    [Fact]
    public void Of_public_money_is_refused_without_its_basis()
    {
        var terms = new PromiseTerms { Kind = "support-funds", Party = PromiseParty.Government, Target = 1, DueOn = Signed };
        Assert.Contains("公平竞争审查条例第十条", Assert.Throws<Refusal>(() => new Promise(Draft(), terms, null, 1)).Message, StringComparison.Ordinal);
        Assert.Equal("川财规〔2022〕8号", new Promise(Draft(), terms with { BasisName = "办法", BasisNumber = "川财规〔2022〕8号" }, null, 1).BasisNumber);
    }

    [Fact]
    public void Of_a_signed_version_cannot_be_changed()
    {
        var agreement = Draft();
        var promise = new Promise(agreement, Terms("start", 0, Signed.AddMonths(6)), null, 1);
        agreement.Touch(1, Now);
        agreement.Sign(Signed, null, new DateOnly(2026, 1, 1), "周");
        Assert.Equal("这一版协议已于2024/1/10签订，不能再改；内容有变请订立补充协议".Replace("2024/1/10", $"{Signed.ToString(System.Globalization.CultureInfo.InvariantCulture)}", StringComparison.Ordinal),
            Assert.Throws<Refusal>(() => promise.Change(agreement, promise.Terms)).Message);
        Assert.Throws<Refusal>(() => agreement.Change(new AgreementFacts { Government = "甲", Enterprise = "乙" }, Now));
    }

    /// <summary>Whatever is promised, recorded, waived and dropped: on any day every promise in force is in exactly one state.</summary>
    [Fact]
    public void Is_in_exactly_one_state_on_every_day_it_is_in_force()
    {
        var days = Gen.Int[0, 1500].Select(n => Signed.AddDays(n));
        var promises = Gen.Select(days, Gen.Int[0, 4], days, Gen.Bool, Gen.Int[0, 1500]).Select((due, records, from, waive, drop) =>
        {
            var promise = Standing("investment", 300, due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            if (waive)
            {
                promise.AskWaiver("理由", Guid.NewGuid(), "甲");
                promise.DecideWaiver(true, from, Guid.NewGuid(), "乙");
            }
            promise.Reckon(Enumerable.Range(0, records).Select(i => new Fulfilment(promise, from.AddDays(i * 100), 100, "凭证", new DateOnly(2099, 1, 1), null, "甲", Now)));
            if (drop < 300) promise.Drop(Signed.AddDays(drop));
            return promise;
        }).Array[1, 30];
        Gen.Select(promises, days).Sample((all, day) =>
        {
            var states = all.GroupBy(p => p.StateOn(day)).ToDictionary(g => g.Key ?? (PromiseState)(-1), g => g.Count());
            var inForce = all.Count(p => p.Since <= day && !(p.DroppedOn <= day));
            Assert.Equal(inForce, Enum.GetValues<PromiseState>().Sum(s => states.GetValueOrDefault(s)));
        });
    }

    internal static Agreement Draft() => new(Guid.NewGuid(), new AgreementFacts { Kind = AgreementKind.Investment, Government = "东江区人民政府", Enterprise = "某某公司" }, Now);

    private static PromiseTerms Terms(string kind, long target, DateOnly due, PromiseOperator how = PromiseOperator.AtLeast) => new() { Kind = kind, Party = PromiseKind.Of(kind).Party, Operator = how, Target = target, DueOn = due };

    private static StandingPromise Standing(string kind, long target, string due, PromiseOperator how = PromiseOperator.AtLeast) =>
        new(new Promise(Draft(), Terms(kind, target, Day(due), how), null, 1), Signed);

    private static Fulfilment Record(StandingPromise promise, string on, long value) => new(promise, Day(on), value, "凭证", new DateOnly(2026, 1, 1), null, "周", Now);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
