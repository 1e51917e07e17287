using Bridgehead.Features.Funds;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Progress;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Signals;

/// <summary>Reads what the rules judge: two years of arrived funds, targets with what is done, vouchers, agreements. Everything in the asker's scope.</summary>
public sealed class GatherFacts(BridgeheadDb db, Figures figures, ListProjects projects, ListVouchers vouchers, FundsSettings settings, ScopedUnits scope, TimeProvider clock)
{
    /// <summary>The most vouchers read, the latest first.</summary>
    public const int MostVouchers = 100_000;

    /// <summary>What every rule sees by a version of the thresholds.</summary>
    public async Task<IReadOnlyList<Seen>> Run(SignalRules rules, CancellationToken cancel = default)
    {
        var today = clock.Day();
        var (amounts, papers) = (await Amounts(today, cancel), await Vouchers(cancel));
        var days = (await settings.Rules(cancel)).RoundTripDays;
        var recent = amounts.Where(a => a.On > today.AddYears(-1)).ToList();
        return
        [
            .. AmountSignals.ExactTargets(await Targets(today, cancel), rules), .. AmountSignals.MonthEnds(amounts, rules, Months.Of(today.AddMonths(-11))), .. AmountSignals.RoundAmounts(recent, rules),
            .. AmountSignals.FirstDigits(amounts, rules), .. AmountSignals.AboveAgreements(await Agreements(cancel), rules),
            .. VoucherSignals.SharedSellers(papers, rules), .. VoucherSignals.Numbers(papers, rules), .. VoucherSignals.SharedParties(papers, rules),
            .. VoucherSignals.TakenBack(await RedLetters(cancel)), .. VoucherSignals.RoundTrips(days == 0 ? [] : await PaidOut(cancel), days),
        ];
    }

    private async Task<List<AmountFact>> Amounts(DateOnly today, CancellationToken cancel)
    {
        var (units, from) = (await scope.Ids(cancel), today.AddYears(-2));
        var funds = await Funds(cancel);
        var standing = db.Set<LedgerEntry>().AsNoTracking().Where(e => funds.Contains(e.IndicatorId) && units.Contains(e.UnitId) && !e.Whole && e.Breakdown == Dimension.None && e.BusinessDate > from
            && e.ReversesSequence == null && !db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence));
        return await standing.Select(e => new AmountFact(e.UnitId, e.ProjectId, e.BusinessDate, e.Value, e.Sequence)).ToListAsync(cancel);
    }

    private async Task<List<TargetFact>> Targets(DateOnly today, CancellationToken cancel)
    {
        var (facts, all) = (new List<TargetFact>(), await scope.All(cancel));
        foreach (var span in new[] { new Months(today.Year * 100 + 1, Months.Of(today)), new Months((today.Year - 1) * 100 + 1, (today.Year - 1) * 100 + 12) })
            foreach (var city in all.Where(u => u.Kind is UnitKind.City or UnitKind.District))
                foreach (var (indicator, whole, units) in await figures.Overview(city, span, cancel))
                    facts.AddRange(units.Select(u => (Of: u, Unit: u.Key)).Append((Of: whole, Unit: city.Code)).Where(f => f.Of.Target is { Value: > 0 } && f.Of.Value is not null)
                        .Select(f => new TargetFact(Id(f.Unit), indicator.Code, span.Year, f.Of.Value!.Value, f.Of.Target!.Value, indicator.Measure == Measure.Count ? 1 : 1_000_000, indicator.Measure == Measure.Count)));
        return [.. facts.DistinctBy(f => (f.UnitId, f.Indicator, f.Year))];

        Guid Id(string code) => all.First(u => u.Code == code).Id;
    }

    private async Task<List<VoucherFact>> Vouchers(CancellationToken cancel) => await (await vouchers.Visible(cancel)).Where(v => v.State != VoucherState.Discarded && v.State != VoucherState.Draft)
        .OrderByDescending(v => v.Id).Take(MostVouchers).Select(v => new VoucherFact(v.Id, v.UnitId, v.ProjectId, v.Number, v.Seller, v.SellerId, v.Buyer, v.BuyerId, v.IssuedOn, v.NetFen)).ToListAsync(cancel);

    // from the red-letter invoices, of which there are few, to what they name: 20 digits, or code and number written as one
    private async Task<List<AgainstFact>> RedLetters(CancellationToken cancel)
    {
        var found = new List<AgainstFact>();
        var red = await db.Set<Voucher>().Where(v => v.Original != null && v.State != VoucherState.Discarded).OrderByDescending(v => v.Id).Take(MostVouchers)
            .Select(v => new { v.Original, Fact = new VoucherFact(v.Id, v.UnitId, v.ProjectId, v.Number, v.Seller, v.SellerId, v.Buyer, v.BuyerId, v.IssuedOn, v.NetFen) }).ToListAsync(cancel);
        foreach (var some in red.Chunk(200))
        {
            var numbers = some.SelectMany(r => r.Original!.Length > 8 ? new[] { r.Original, r.Original[^8..] } : [r.Original]).Distinct().ToList();
            var named = await (await vouchers.Visible(cancel)).Where(v => v.State == VoucherState.Recognised && v.Number != null && numbers.Contains(v.Number))
                .Select(v => new { v.Code, Fact = new VoucherFact(v.Id, v.UnitId, v.ProjectId, v.Number, v.Seller, v.SellerId, v.Buyer, v.BuyerId, v.IssuedOn, v.RecognisedFen) }).ToListAsync(cancel);
            found.AddRange(from r in some from v in named where v.Fact.Id != r.Fact.Id && (r.Original == v.Fact.Number || r.Original == v.Code + v.Fact.Number) select new AgainstFact(v.Fact, r.Fact));
        }
        return found;
    }

    // payments of the company that received, back to whoever paid in or of the same amount, from the day it came in
    private async Task<List<AgainstFact>> PaidOut(CancellationToken cancel)
    {
        var arrived = VoucherKinds.Arrived;
        var payments = db.Set<Voucher>().Where(o => o.Kind == VoucherKind.PaymentSlip && o.State != VoucherState.Discarded);
        return await (await vouchers.Visible(cancel)).Where(v => v.State == VoucherState.Recognised && arrived.Contains(v.Kind) && v.Buyer != null && v.IssuedOn != null)
            .Join(payments, v => v.Buyer, o => o.Buyer, (v, o) => new { v, o })
            .Where(p => p.o.IssuedOn >= p.v.IssuedOn && (p.o.Seller == p.v.Seller || p.o.NetFen == p.v.NetFen || p.o.GrossFen == p.v.NetFen)).OrderByDescending(p => p.v.Id).Take(MostVouchers)
            .Select(p => new AgainstFact(
                new VoucherFact(p.v.Id, p.v.UnitId, p.v.ProjectId, p.v.Number, p.v.Seller, p.v.SellerId, p.v.Buyer, p.v.BuyerId, p.v.IssuedOn, p.v.RecognisedFen),
                new VoucherFact(p.o.Id, p.o.UnitId, p.o.ProjectId, p.o.Number, p.o.Seller, p.o.SellerId, p.o.Buyer, p.o.BuyerId, p.o.IssuedOn, p.o.GrossFen ?? p.o.NetFen))).ToListAsync(cancel);
    }

    private async Task<List<AgreementFact>> Agreements(CancellationToken cancel)
    {
        var (funds, units) = (await Funds(cancel), await scope.Ids(cancel));
        var arrived = db.Set<LedgerEntry>().Where(e => funds.Contains(e.IndicatorId) && units.Contains(e.UnitId) && e.ProjectId != null && e.Breakdown == Dimension.None).GroupBy(e => e.ProjectId!.Value).Select(g => new { Project = g.Key, Sum = g.Sum(e => e.Value) });
        return await (await projects.Visible(cancel)).Where(p => p.AmountFen > 0).Join(arrived, p => p.Id, a => a.Project, (p, a) => new { p, a }).Where(x => x.a.Sum > x.p.AmountFen)
            .Select(x => new AgreementFact(x.p.Id, x.p.UnitId, x.p.Name, x.p.AmountFen, x.a.Sum)).ToListAsync(cancel);
    }

    private Task<List<Guid>> Funds(CancellationToken cancel) => db.Set<Indicator>().Where(i => i.Code == DefaultIndicators.ArrivedFunds).Select(i => i.Id).ToListAsync(cancel);
}
