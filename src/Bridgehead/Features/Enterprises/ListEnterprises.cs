using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>An enterprise as it is listed.</summary>
public sealed record EnterpriseRow(Guid Id, string Name, CreditCode? CreditCode, string? Industry, string? Region, long? CapitalMinor, string? CapitalCurrency, DateOnly? RegisteredOn, string? Standing)
{
    /// <summary>The capital as it is read: "150万元", "300万USD".</summary>
    public string Capital => CapitalMinor is { } minor
        ? (minor / 1_000_000m).ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture) + (CapitalCurrency == "CNY" ? "万元" : "万" + CapitalCurrency)
        : "—";
}

/// <summary>Lists enterprises by name, page by page. Bureau staff see the whole register; an enterprise sees itself.</summary>
public sealed class ListEnterprises(BridgeheadDb db, Asker asker)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 50;

    /// <summary>The enterprises the asker may see.</summary>
    public IQueryable<Enterprise> Visible() => asker.EnterpriseId is { } own
        ? db.Set<Enterprise>().Where(e => e.Id == own && e.DeletedAt == null)
        : db.Set<Enterprise>().Where(e => e.DeletedAt == null);

    /// <summary>One page, and where the next begins.</summary>
    public async Task<(IReadOnlyList<EnterpriseRow> Rows, string? Next)> Page(string? words, string? after, int size = PageSize, CancellationToken cancel = default)
    {
        var enterprises = Visible().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(words))
        {
            var found = SearchIndex.Ids(db, "enterprise", words);
            enterprises = enterprises.Where(e => found.Contains(e.Id));
        }
        if (after?.LastIndexOf('~') is > 0 and var cut && Guid.TryParse(after[(cut + 1)..], out var id))
        {
            var name = after[..cut];
            enterprises = enterprises.Where(e => e.Name.CompareTo(name) > 0 || (e.Name == name && e.Id.CompareTo(id) > 0));
        }
        var rows = await enterprises.OrderBy(e => e.Name).ThenBy(e => e.Id).Take(size + 1)
            .Select(e => new EnterpriseRow(e.Id, e.Name, e.CreditCode, e.Industry, e.Region, e.CapitalMinor, e.CapitalCurrency, e.RegisteredOn, e.Standing)).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], $"{rows[size - 1].Name}~{rows[size - 1].Id}") : (rows, null);
    }
}
