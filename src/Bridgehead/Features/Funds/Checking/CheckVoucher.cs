using System.Globalization;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds.Checking;

/// <summary>Gathers what the installation knows about a voucher, over all units, projects and years, and checks it.</summary>
public sealed class CheckVoucher(BridgeheadDb db, FundsSettings settings, Rates.Rates rates, TimeProvider clock)
{
    /// <summary>The findings; the numbers of them are noted on the voucher.</summary>
    public async Task<IReadOnlyList<CheckFinding>> Run(Voucher voucher, CancellationToken cancel = default)
    {
        var findings = VoucherChecks.Of(await Gather(voucher, cancel));
        if (voucher.Kind.Ledger() == FundsLedger.Companion) findings = [.. findings.Where(f => f.Code is ReasonCode.Incomplete or ReasonCode.SumDiffers or ReasonCode.WordsDiffer or ReasonCode.NotAllocated)];
        var (stops, warns) = (findings.Count(f => f.Stops), findings.Count(f => !f.Stops));
        if ((voucher.Stops, voucher.Warns) != (stops, warns)) voucher.Checked(stops, warns);
        return findings;
    }

    /// <summary>What a check looks at.</summary>
    public async Task<CheckedVoucher> Gather(Voucher v, CancellationToken cancel = default)
    {
        var rules = await settings.Rules(cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var allocated = await db.Set<Allocation>().Where(a => a.VoucherId == v.Id).Select(a => a.ProjectId).ToListAsync(cancel);
        if (allocated.Count == 0 && v.ProjectId is { } main) allocated.Add(main);
        var pieces = await Pieces(v.Id, cancel);
        return new CheckedVoucher(v, KeptReading.Read(v.Reading), rules, today)
        {
            Projects = await Projects(allocated, cancel), Pieces = pieces, TakenBackBy = await TakenBack(v, cancel), SellersOtherProjects = await OtherProjects(v, allocated, cancel),
            Neighbour = await Neighbour(v, allocated, cancel), LeftAgain = await LeftAgain(v, rules, cancel), SameInflow = await SameInflow(v, allocated, rules, cancel),
            MonthsKnown = rules.RatePolicy == RatePolicy.YearAverage && v is { Rate: null, IssuedOn: { } on } && (v.Currency != CurrencyCode.Yuan.Value || v.Kind == VoucherKind.ForeignRegistration) ? await rates.MonthsKnown(CurrencyCode.Create(v.Currency), on.Year, cancel) : null, BilledFen = await Billed(v, pieces, cancel),
        };
    }

    /// <summary>The documents beside a voucher.</summary>
    public Task<List<CheckedPiece>> Pieces(Guid voucher, CancellationToken cancel = default) => db.Set<VoucherPiece>().Where(p => p.VoucherId == voucher)
        .Join(db.Set<Voucher>().Where(p => p.State != VoucherState.Discarded), p => p.PieceId, p => p.Id, (_, p) => p).OrderBy(p => p.Kind).ThenBy(p => p.Id)
        .Select(p => new CheckedPiece(p.Id, p.Kind, p.Number, p.IssuedOn, p.GrossFen ?? p.NetFen, p.Buyer, p.Seller)).ToListAsync(cancel);

    private async Task<List<CheckedProject>> Projects(List<Guid> ids, CancellationToken cancel)
    {
        var projects = await db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Company, p.SignedOn }).ToListAsync(cancel);
        var affiliates = (await db.Set<Affiliate>().AsNoTracking().Where(a => ids.Contains(a.ProjectId)).Select(a => new { a.ProjectId, a.Name }).ToListAsync(cancel)).ToLookup(a => a.ProjectId, a => a.Name);
        return [.. projects.Select(p => new CheckedProject(p.Id, p.Name, p.Company, p.SignedOn, [.. affiliates[p.Id]]))];
    }

    private async Task<string?> TakenBack(Voucher v, CancellationToken cancel) => v.Number is null ? null
        : await db.Set<Voucher>().Where(o => o.Original != null && (o.Original == v.Number || (v.Code != null && o.Original == v.Code + v.Number)) && o.Id != v.Id && o.State != VoucherState.Discarded).Select(o => o.Number ?? "").FirstOrDefaultAsync(cancel);

    private async Task<int> OtherProjects(Voucher v, List<Guid> mine, CancellationToken cancel) => v.Seller is null || !v.Kind.IsInvoice() ? 0
        : await db.Set<Voucher>().Where(o => o.Seller == v.Seller && o.Id != v.Id && o.ProjectId != null && !mine.Contains(o.ProjectId.Value) && o.State != VoucherState.Discarded)
            .Select(o => o.ProjectId).Distinct().CountAsync(cancel);

    private async Task<(string, string)?> Neighbour(Voucher v, List<Guid> mine, CancellationToken cancel)
    {
        if (!v.Kind.IsInvoice() || v.Number is not { Length: 8 or 20 } number || !decimal.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
        var format = new string('0', number.Length);
        var beside = new[] { (value - 1).ToString(format, CultureInfo.InvariantCulture), (value + 1).ToString(format, CultureInfo.InvariantCulture) };
        var found = await db.Set<Voucher>().Where(o => beside.Contains(o.Number) && o.Code == v.Code && o.Seller == v.Seller && o.ProjectId != null && !mine.Contains(o.ProjectId.Value) && o.State != VoucherState.Discarded)
            .Join(db.Set<Project>(), o => o.ProjectId, p => p.Id, (o, p) => new { o.Number, p.Name }).FirstOrDefaultAsync(cancel);
        return found is null ? null : (found.Number!, found.Name);
    }

    // out again to whoever paid in, or as much to anybody
    private async Task<(string, DateOnly)?> LeftAgain(Voucher v, FundsRules rules, CancellationToken cancel)
    {
        if (v.Kind.Ledger() != FundsLedger.Arrived || v.IssuedOn is not { } came || v.Buyer is null || rules.RoundTripDays == 0) return null;
        var last = came.AddDays(rules.RoundTripDays);
        var found = await db.Set<Voucher>().Where(o => o.Kind == VoucherKind.PaymentSlip && o.State != VoucherState.Discarded && o.Buyer == v.Buyer && o.IssuedOn >= came && o.IssuedOn <= last
                && (o.Seller == v.Seller || o.NetFen == v.NetFen || o.GrossFen == v.NetFen))
            .OrderBy(o => o.IssuedOn).Select(o => new { o.Number, o.IssuedOn }).FirstOrDefaultAsync(cancel);
        return found is null ? null : (found.Number ?? "—", found.IssuedOn!.Value);
    }

    // bank slip, verification report and registration of one inflow each have a number of their own: the amount, the project and the days tell
    private async Task<(string, DateOnly)?> SameInflow(Voucher v, List<Guid> mine, FundsRules rules, CancellationToken cancel)
    {
        if (v.Kind.Ledger() != FundsLedger.Arrived || v.NetFen == 0 || v.IssuedOn is not { } on) return null;
        var (kinds, first, last) = (VoucherKinds.Arrived.Where(k => k != v.Kind).ToArray(), on.AddDays(-VoucherChecks.InflowDays(rules)), on.AddDays(VoucherChecks.InflowDays(rules)));
        var found = await db.Set<Voucher>().AsNoTracking().Where(o => o.ProjectId != null && mine.Contains(o.ProjectId.Value) && o.Id != v.Id && kinds.Contains(o.Kind) && o.State != VoucherState.Discarded
                && o.IssuedOn >= first && o.IssuedOn <= last && (o.NetFen == v.NetFen || (o.Currency == v.Currency && o.ForeignCents != null && o.ForeignCents == v.ForeignCents)))
            .OrderBy(o => o.IssuedOn).ThenBy(o => o.Id).Select(o => new { o.Kind, o.Number, o.IssuedOn }).FirstOrDefaultAsync(cancel);
        return found is null ? null : ($"{LabelAttribute.Of(found.Kind)} {found.Number}".TrimEnd(), found.IssuedOn!.Value);
    }

    private async Task<long?> Billed(Voucher v, List<CheckedPiece> pieces, CancellationToken cancel)
    {
        if (!v.Kind.IsInvoice() || pieces.Find(p => p.Kind == VoucherKind.Contract) is not { } contract) return null;
        var others = await db.Set<VoucherPiece>().Where(p => p.PieceId == contract.Id && p.VoucherId != v.Id)
            .Join(db.Set<Voucher>().Where(o => o.State != VoucherState.Discarded && o.Original == null), p => p.VoucherId, o => o.Id, (_, o) => o.GrossFen ?? o.NetFen).SumAsync(cancel);
        return others + (v.GrossFen ?? v.NetFen);
    }
}
