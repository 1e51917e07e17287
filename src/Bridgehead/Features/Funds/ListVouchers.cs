using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>What a list of vouchers is asked for; kept in the address.</summary>
public sealed class VoucherQuery
{
    /// <summary>The beginning of a number, or a seller's name.</summary>
    [MaxLength(60)] public string? Q { get; set; }
    /// <summary>Where they stand; what is put aside is left out unless asked for.</summary>
    public VoucherState? State { get; set; }
    /// <summary>Their kind.</summary>
    public VoucherKind? Kind { get; set; }
    /// <summary>A unit's code: it and everything below it.</summary>
    [MaxLength(40)] public string? Unit { get; set; }
    /// <summary>The project.</summary>
    public Guid? Project { get; set; }
    /// <summary>Only those with checks that stop them.</summary>
    public bool? Failing { get; set; }
    /// <summary>Documents of this day and later.</summary>
    public DateOnly? From { get; set; }
    /// <summary>Documents of this day and earlier.</summary>
    public DateOnly? To { get; set; }
    /// <summary>Where the page begins.</summary>
    [MaxLength(40)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }

    /// <summary>As a query of the address.</summary>
    public Dictionary<string, string?> Route(string? after = null) => new()
    {
        ["q"] = Q, ["state"] = State?.ToString(), ["kind"] = Kind?.ToString(), ["unit"] = Unit, ["project"] = Project?.ToString(), ["failing"] = Failing == true ? "true" : null,
        ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["after"] = after,
    };

    /// <summary>Whether anything is asked for.</summary>
    public bool IsFiltered => Route().Any(r => r.Key != "after" && !string.IsNullOrEmpty(r.Value));
}

/// <summary>A voucher as it is listed.</summary>
public sealed record VoucherRow(
    Guid Id, VoucherKind Kind, VoucherState State, Guid UnitId, Guid? ProjectId, string? Project, string? Code, string? Number, DateOnly? IssuedOn, string? Buyer, string? Seller,
    long NetFen, long? GrossFen, long AllocatedFen, long RecognisedFen, int Stops, int Warns, DateTime At, DateTime? SubmittedAt, Guid? ById, Guid? SubmittedById, Guid? ReviewedById, long Version);

/// <summary>Lists vouchers within the asker's scope, newest first; the review queue, what waits longest first.</summary>
public sealed class ListVouchers(BridgeheadDb db, ScopedUnits scope, Asker asker)
{
    /// <summary>The vouchers of the units in scope.</summary>
    public async Task<IQueryable<Voucher>> Visible(CancellationToken cancel = default)
    {
        var vouchers = db.Set<Voucher>().AsNoTracking();
        if (asker.ScopePath is null) return vouchers.Where(v => false);
        if (await scope.IsEverything(cancel)) return vouchers;
        var units = await scope.Ids(cancel);
        return vouchers.Where(v => units.Contains(v.UnitId));
    }

    /// <summary>One to be changed, within scope; null otherwise.</summary>
    public async Task<Voucher?> Find(Guid id, CancellationToken cancel = default) =>
        await (await Visible(cancel)).AnyAsync(v => v.Id == id, cancel) ? await db.Set<Voucher>().FirstOrDefaultAsync(v => v.Id == id, cancel) : null;

    /// <summary>One page and the cursor of the next.</summary>
    public async Task<(IReadOnlyList<VoucherRow> Rows, string? Next)> Page(VoucherQuery query, CancellationToken cancel = default)
    {
        var size = Listed.Size(query.Limit);
        var vouchers = await Filtered(query, cancel);
        if (Listed.Identity(query.After) is { } after) vouchers = vouchers.Where(v => v.Id.CompareTo(after) < 0);
        var rows = await Rows(vouchers.OrderByDescending(v => v.Id).Take(size + 1)).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], rows[size - 1].Id.ToString()) : (rows, null);
    }

    /// <summary>How many there are, and what they come to.</summary>
    public async Task<(long Count, Money Net, Money Recognised)> Total(VoucherQuery query, CancellationToken cancel = default)
    {
        var total = await (await Filtered(query, cancel)).GroupBy(v => 1).Select(g => new { Count = g.LongCount(), Net = g.Sum(v => v.NetFen), Recognised = g.Sum(v => v.RecognisedFen) }).SingleOrDefaultAsync(cancel);
        return total is null ? (0, Money.Zero, Money.Zero) : (total.Count, new Money(total.Net), new Money(total.Recognised));
    }

    /// <summary>What waits at a level for the asker, longest first: never the asker's own.</summary>
    public async Task<IReadOnlyList<VoucherRow>> Waiting(VoucherState at, int most, CancellationToken cancel = default)
    {
        var me = asker.UserId;
        return await Rows((await Visible(cancel)).Where(v => v.State == at && (me == null || (v.ById != me && v.SubmittedById != me && v.ReviewedById != me)))
            .OrderBy(v => v.SubmittedAt).ThenBy(v => v.Id).Take(most)).ToListAsync(cancel);
    }

    /// <summary>How many wait at a level for the asker.</summary>
    public async Task<int> CountWaiting(VoucherState at, CancellationToken cancel = default)
    {
        var me = asker.UserId;
        return await (await Visible(cancel)).CountAsync(v => v.State == at && (me == null || (v.ById != me && v.SubmittedById != me && v.ReviewedById != me)), cancel);
    }

    /// <summary>Vouchers as rows of a list.</summary>
    internal IQueryable<VoucherRow> Rows(IQueryable<Voucher> vouchers) => vouchers.Select(v => new VoucherRow(
        v.Id, v.Kind, v.State, v.UnitId, v.ProjectId, db.Set<Projects.Project>().Where(p => p.Id == v.ProjectId).Select(p => p.Name).FirstOrDefault(), v.Code, v.Number, v.IssuedOn, v.Buyer, v.Seller,
        v.NetFen, v.GrossFen, v.AllocatedFen, v.RecognisedFen, v.Stops, v.Warns, v.At, v.SubmittedAt, v.ById, v.SubmittedById, v.ReviewedById, v.Version));

    private async Task<IQueryable<Voucher>> Filtered(VoucherQuery query, CancellationToken cancel)
    {
        var vouchers = await Visible(cancel);
        vouchers = query.State is { } state ? vouchers.Where(v => v.State == state) : vouchers.Where(v => v.State != VoucherState.Discarded);
        if (query.Kind is { } kind) vouchers = vouchers.Where(v => v.Kind == kind);
        if (query.Project is { } project) vouchers = vouchers.Where(v => v.ProjectId == project || db.Set<Allocation>().Any(a => a.VoucherId == v.Id && a.ProjectId == project));
        if (query.Failing == true) vouchers = vouchers.Where(v => v.Stops > 0);
        if (query.From is { } from) vouchers = vouchers.Where(v => v.IssuedOn >= from);
        if (query.To is { } to) vouchers = vouchers.Where(v => v.IssuedOn <= to);
        if (query.Unit is { Length: > 0 } name && await scope.Named(name, cancel) is { } unit)
        {
            var ids = (await scope.Under(unit, cancel)).Select(u => u.Id).ToList();
            vouchers = vouchers.Where(v => ids.Contains(v.UnitId));
        }
        if (string.IsNullOrWhiteSpace(query.Q)) return vouchers;
        var q = query.Q.Trim();
        if (q.All(char.IsAsciiLetterOrDigit)) return vouchers.Where(v => v.Number!.StartsWith(q));
        var (found, party) = (SearchIndex.Ids(db, "project", q), Reading.ReadText.Party(q)!);
        return vouchers.Where(v => v.Seller!.StartsWith(party) || v.Buyer!.StartsWith(party) || (v.ProjectId != null && found.Contains(v.ProjectId.Value)));
    }
}
