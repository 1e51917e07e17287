using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>An enterprise as it is listed.</summary>
public sealed record EnterpriseRow(
    Guid Id, string Name, CreditCode? CreditCode, string? Industry, string? IndustryCode, string? Region, string? RegionCode, long? CapitalMinor, string? CapitalCurrency, DateOnly? RegisteredOn,
    string? Standing, RegisterState State, string? LegalRepresentative, string? Kind, bool HasContradictions)
{
    /// <summary>The capital as it is read: "150万元", "300万USD".</summary>
    public string Capital => EnterpriseFields.Capital(CapitalMinor, CapitalCurrency) ?? "—";
}

/// <summary>Lists enterprises by name, page by page. Bureau staff see the whole register; an enterprise sees itself.</summary>
public sealed class ListEnterprises(BridgeheadDb db, ReadClasses classes, Asker asker)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 50;

    /// <summary>The enterprises the asker may see.</summary>
    public IQueryable<Enterprise> Visible() => asker.EnterpriseId is { } own
        ? db.Set<Enterprise>().Where(e => e.Id == own && e.DeletedAt == null)
        : db.Set<Enterprise>().Where(e => e.DeletedAt == null);

    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<EnterpriseRow> Rows, string? Next)> Page(EnterpriseQuery query, int size = PageSize, CancellationToken cancel = default)
    {
        var enterprises = await Filtered(query, cancel);
        if (query.After?.LastIndexOf('~') is > 0 and var cut && Guid.TryParse(query.After[(cut + 1)..], out var id))
        {
            var name = query.After[..cut];
            enterprises = enterprises.Where(e => e.Name.CompareTo(name) > 0 || (e.Name == name && e.Id.CompareTo(id) > 0));
        }
        var rows = await Rows(enterprises.OrderBy(e => e.Name).ThenBy(e => e.Id).Take(size + 1)).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], $"{rows[size - 1].Name}~{rows[size - 1].Id}") : (rows, null);
    }

    /// <summary>All rows in order, streamed: for a file.</summary>
    public async Task<IAsyncEnumerable<EnterpriseRow>> All(EnterpriseQuery query, CancellationToken cancel = default) =>
        Rows((await Filtered(query, cancel)).OrderBy(e => e.Name).ThenBy(e => e.Id)).AsAsyncEnumerable();

    /// <summary>How many there are, and how many of them have open contradictions.</summary>
    public async Task<(long Count, long Contradicting)> Total(EnterpriseQuery query, CancellationToken cancel = default)
    {
        var enterprises = await Filtered(query, cancel);
        var open = db.Set<Contradiction>().Where(c => c.IsOpen).Select(c => c.EnterpriseId);
        return (await enterprises.LongCountAsync(cancel), await enterprises.LongCountAsync(e => open.Contains(e.Id), cancel));
    }

    private IQueryable<EnterpriseRow> Rows(IQueryable<Enterprise> enterprises) => enterprises.Select(e => new EnterpriseRow(
        e.Id, e.Name, e.CreditCode, e.Industry, e.IndustryCode, e.Region, e.RegionCode, e.CapitalMinor, e.CapitalCurrency, e.RegisteredOn, e.Standing, e.State, e.LegalRepresentative, e.Kind,
        db.Set<Contradiction>().Any(c => c.EnterpriseId == e.Id && c.IsOpen)));

    private async Task<IQueryable<Enterprise>> Filtered(EnterpriseQuery query, CancellationToken cancel)
    {
        var enterprises = Visible().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(query.Q))
        {
            var found = SearchIndex.Ids(db, "enterprise", query.Q);
            enterprises = enterprises.Where(e => found.Contains(e.Id));
        }
        if (query.Class is { Length: > 0 } code)
        {
            var kind = (await classes.Kinds(cancel)).Find(k => k.Code == code);
            var day = classes.Today;
            var holding = classes.Holding(code, day).Select(c => c.EnterpriseId);
            var through = kind is null ? [] : await classes.Through(kind, day, cancel);
            enterprises = enterprises.Where(e => holding.Contains(e.Id) || through.Contains(e.Id));
        }
        if (query.Region is { Length: > 0 } place)
        {
            var (from, to) = Classified.ReadDivision(place) is { } division ? Span(Classified.Beginning(division)) : ("~", "~");
            enterprises = enterprises.Where(e => e.RegionCode!.CompareTo(from) >= 0 && e.RegionCode!.CompareTo(to) < 0);
        }
        if (query.Industry is { Length: > 0 } trade)
        {
            var (from, to) = Classified.ReadIndustry(trade) is { } industry ? Span(Classified.Code(industry)) : ("~", "~");
            enterprises = enterprises.Where(e => e.IndustryCode!.CompareTo(from) >= 0 && e.IndustryCode!.CompareTo(to) < 0);
        }
        if (query.State is { } state) enterprises = enterprises.Where(e => e.State == state);
        if (query.Contradictions)
        {
            var open = db.Set<Contradiction>().Where(c => c.IsOpen).Select(c => c.EnterpriseId);
            enterprises = enterprises.Where(e => open.Contains(e.Id));
        }
        return enterprises;
    }

    /// <summary>From the first to behind the last code that begins so: "51" to "52", "C39" to "C40", "C" to "D".</summary>
    private static (string From, string To) Span(string beginning)
    {
        var digits = beginning.TrimStart([.. "ABCDEFGHIJKLMNOPQRST"]);
        var letter = beginning[..^digits.Length];
        if (digits.Length == 0) return (beginning, ((char)(beginning[0] + 1)).ToString());
        var next = (int.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');
        return next.Length > digits.Length ? (beginning, letter.Length == 0 ? ":" : ((char)(letter[0] + 1)).ToString()) : (beginning, letter + next);
    }
}
