using System.Globalization;

namespace Bridgehead.Features.Signals;

/// <summary>The rules over vouchers; pure.</summary>
public static class VoucherSignals
{
    /// <summary>One seller on vouchers of several projects.</summary>
    public static IEnumerable<Seen> SharedSellers(IEnumerable<VoucherFact> facts, SignalRules rules) =>
        Shared(facts, SignalKind.SharedSeller, f => (f.SellerId, f.Seller), rules.SellerProjects);

    /// <summary>One company on the receiving side of several projects.</summary>
    public static IEnumerable<Seen> SharedParties(IEnumerable<VoucherFact> facts, SignalRules rules) =>
        Shared(facts, SignalKind.SharedParty, f => (f.BuyerId, f.Buyer), rules.PartyProjects);

    /// <summary>The same number of one seller on two vouchers, or numbers in a row on vouchers of more than one project or unit.</summary>
    public static IEnumerable<Seen> Numbers(IEnumerable<VoucherFact> facts, SignalRules rules)
    {
        foreach (var seller in facts.Where(f => !string.IsNullOrWhiteSpace(f.Number) && Who(f.SellerId, f.Seller) is not null).GroupBy(f => Who(f.SellerId, f.Seller)!))
        {
            foreach (var twice in seller.GroupBy(f => f.Number!.Trim()).Where(g => g.Count() > 1))
                yield return Of(SignalKind.InvoiceNumbers, $"{seller.Key}|{twice.Key}", twice.First().Seller ?? seller.Key, twice.Count(), 1, [.. twice]);
            var row = new List<(decimal Number, VoucherFact Fact)>();
            foreach (var next in seller.Select(f => (Ok: decimal.TryParse(Digits(f.Number!), NumberStyles.None, CultureInfo.InvariantCulture, out var n), Number: n, Fact: f)).Where(x => x.Ok).OrderBy(x => x.Number).DistinctBy(x => x.Number).Append((Ok: false, Number: -1, Fact: null!)))
            {
                if (row.Count > 0 && next.Ok && next.Number == row[^1].Number + 1)
                {
                    row.Add((next.Number, next.Fact));
                    continue;
                }
                if (row.Count >= rules.NumbersInARow && row.Select(r => r.Fact.ProjectId).Distinct().Count() > 1)
                    yield return Of(SignalKind.InvoiceNumbers, $"{seller.Key}|{row[0].Fact.Number}+", row[0].Fact.Seller ?? seller.Key, row.Count, rules.NumbersInARow, [.. row.Select(r => r.Fact)]);
                row.Clear();
                if (next.Ok) row.Add((next.Number, next.Fact));
            }
        }
    }

    /// <summary>Recognised invoices that a red-letter invoice takes back, with what it takes back in 万元.</summary>
    public static IEnumerable<Seen> TakenBack(IEnumerable<AgainstFact> facts) =>
        from g in facts.GroupBy(f => f.Voucher.Id)
        let voucher = g.First().Voucher
        select new Seen(SignalKind.TakenBack, $"{voucher.Id:N}", voucher.UnitId, voucher.Number ?? "", Wan(voucher.Fen), Wan(g.Sum(f => Math.Abs(f.Against.Fen))), Evidence([voucher, .. g.Select(f => f.Against)])) { ProjectId = voucher.ProjectId };

    /// <summary>Recognised money of which as much, or something to whoever paid it in, was paid out again within so many days.</summary>
    public static IEnumerable<Seen> RoundTrips(IEnumerable<AgainstFact> facts, int days) =>
        from g in facts.Where(f => f.Voucher.On is { } came && f.Against.On is { } left && left >= came && left <= came.AddDays(days)).GroupBy(f => f.Voucher.Id)
        let voucher = g.First().Voucher
        select new Seen(SignalKind.RoundTrip, $"{voucher.Id:N}", voucher.UnitId, voucher.Number ?? "", g.Min(f => f.Against.On!.Value.DayNumber) - voucher.On!.Value.DayNumber, days, Evidence([voucher, .. g.Select(f => f.Against)])) { ProjectId = voucher.ProjectId };

    private static decimal Wan(long fen) => Math.Round(new Money(fen).Wan, 2, MidpointRounding.AwayFromZero);

    private static IReadOnlyList<EvidenceFact> Evidence(IEnumerable<VoucherFact> facts) => [.. facts.Select(f => new EvidenceFact("voucher", f.Id.ToString(), f.Number ?? "", f.Fen, f.On))];

    private static IEnumerable<Seen> Shared(IEnumerable<VoucherFact> facts, SignalKind kind, Func<VoucherFact, (string? Id, string? Name)> party, int most) =>
        from g in facts.Where(f => f.ProjectId is not null && Who(party(f).Id, party(f).Name) is not null).GroupBy(f => Who(party(f).Id, party(f).Name)!)
        let projects = g.Select(f => f.ProjectId).Distinct().Count()
        where projects >= most
        select Of(kind, g.Key, party(g.First()).Name ?? g.Key, projects, most, [.. g]);

    private static Seen Of(SignalKind kind, string key, string name, int measured, int compared, IReadOnlyList<VoucherFact> facts) =>
        new(kind, key.Length > 120 ? key[..120] : key, facts[0].UnitId, name, measured, compared, [.. facts.OrderBy(f => f.Number, StringComparer.Ordinal).ThenBy(f => f.Id).Select(f => new EvidenceFact("voucher", f.Id.ToString(), f.Number ?? "", f.Fen, f.On))]);

    private static string? Who(string? id, string? name) => !string.IsNullOrWhiteSpace(id) ? id.Trim() : string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    private static string Digits(string number)
    {
        var digits = new string([.. number.Where(char.IsAsciiDigit)]);
        return digits.Length is > 0 and <= 20 ? digits : "";
    }
}
