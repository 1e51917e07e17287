namespace Bridgehead.Features.Enterprises;

/// <summary>An enterprise stands on a list or holds a title, for a time.</summary>
public sealed class EnterpriseClass : IVersioned, IAudited
{
    private EnterpriseClass() { }

    /// <summary>Notes a class. Without a last day it holds as long as its kind does.</summary>
    /// <param name="enterprise">Whose.</param>
    /// <param name="kind">Which class.</param>
    /// <param name="listYear">The year of the list or the title.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="to">Its last day, where the list says one.</param>
    public EnterpriseClass(Guid enterprise, ClassKind kind, int listYear, DateOnly from, DateOnly? to = null)
    {
        Refusal.When(listYear is < 1980 or > 2100, $"榜单年度应在1980到2100之间", nameof(ListYear));
        Refusal.When(to < from, $"有效期止{to}早于有效期起{from}，请核对", nameof(ValidTo));
        (Id, EnterpriseId, Kind, ListYear, ValidFrom) = (Guid.CreateVersion7(), enterprise, kind.Code, listYear, from);
        ValidTo = to ?? (kind.ValidMonths is { } months ? from.AddMonths(months).AddDays(-1) : null);
        IssuedBy = kind.IssuedBy;
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Whose.</summary>
    public Guid EnterpriseId { get; private set; }
    /// <summary>Which class, by its code.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>The year of the list.</summary>
    public int ListYear { get; private set; }
    /// <summary>The place on the list.</summary>
    public int? Rank { get; private set; }
    /// <summary>Who published the list or gave the title.</summary>
    public string IssuedBy { get; private set; } = "";
    /// <summary>The number of the certificate or document.</summary>
    public string? Document { get; private set; }
    /// <summary>The first day.</summary>
    public DateOnly ValidFrom { get; private set; }
    /// <summary>The last day; null: until it is ended.</summary>
    public DateOnly? ValidTo { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it holds on a day, first and last day included.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    /// <summary>Says where it stands written.</summary>
    public void Written(int? rank, string? issuedBy, string? document)
    {
        Refusal.When(rank is < 1 or > 100_000, $"名次应在1到100000之间", nameof(Rank));
        (Rank, IssuedBy, Document) = (rank, string.IsNullOrWhiteSpace(issuedBy) ? IssuedBy : issuedBy.Trim(), document);
    }

    /// <summary>It was taken away or ended; its last day.</summary>
    public void End(DateOnly on)
    {
        Refusal.When(on < ValidFrom.AddDays(-1), $"有效期止{on}早于有效期起{ValidFrom}，请核对", nameof(ValidTo));
        ValidTo = on;
    }
}
