using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Duplicates;

/// <summary>What the check for duplicates looks at, of a record that stands, is typed, or comes with a ledger.</summary>
public sealed record RecordFacts(RecordKind Kind, Guid Id, string Name)
{
    private IReadOnlyList<MatchName>? names;
    private IReadOnlyList<string>? phones;
    private MatchName? investor;
    private string? place;

    // what is worked out from a field is forgotten with it: a copy of a record may have another name
    /// <summary>Its name.</summary>
    public string Name { get; init => (field, names) = (value, null); } = Name;
    /// <summary>Its number, when it has one.</summary>
    public string? Number { get; init; }
    /// <summary>Former names and short names.</summary>
    public IReadOnlyList<string> OtherNames { get; init => (field, names) = (value, null); } = [];
    /// <summary>The investor's name.</summary>
    public string? Investor { get; init => (field, investor) = (value, null); }
    /// <summary>The investor in the register.</summary>
    public Guid? InvestorId { get; init; }
    /// <summary>The credit code of an enterprise.</summary>
    public string? CreditCode { get; init; }
    /// <summary>The national code of a project.</summary>
    public string? NationalCode { get; init; }
    /// <summary>The industry as stated.</summary>
    public string? Industry { get; init; }
    /// <summary>The agreed amount in fen; 0 while unknown.</summary>
    public long AmountFen { get; init; }
    /// <summary>A text with telephone numbers in it.</summary>
    public string? PhoneText { get; init => (field, phones) = (value, null); }
    /// <summary>The address.</summary>
    public string? Address { get; init => (field, place) = (value, null); }
    /// <summary>The legal representative.</summary>
    public string? Representative { get; init; }

    /// <summary>The names as they are compared, the present one first.</summary>
    public IReadOnlyList<MatchName> Names => names ??= OtherNames.Count > 0 ? [.. OtherNames.Prepend(Name).Select(MatchName.Of).Where(n => !n.IsEmpty).Distinct()]
        : MatchName.Of(Name) is { IsEmpty: false } only ? [only] : [];

    /// <summary>The investor's name as it is compared.</summary>
    public MatchName InvestorName => investor ??= MatchName.Of(Investor);

    /// <summary>The telephone numbers in it.</summary>
    public IReadOnlyList<string> Phones => phones ??= PhoneNumbers.In(PhoneText);

    /// <summary>The address as it is compared; empty for none or one too vague to say anything.</summary>
    public string Place => place ??= StreetAddress.Of(Address);

    /// <summary>Other names the investor goes by in the register, and the records it is there under; filled before it is compared.</summary>
    public InvestorIdentity Identity { get; init; } = InvestorIdentity.None;

    /// <summary>Of a project that stands.</summary>
    public static RecordFacts Of(Project p) => new(RecordKind.Project, p.Id, p.Name)
    {
        Number = p.Number, Investor = p.Investor, InvestorId = p.InvestorId, NationalCode = p.NationalCode?.Value, Industry = p.Industry, AmountFen = p.AmountFen, PhoneText = p.Contact,
    };

    /// <summary>Of a project as it is typed.</summary>
    public static RecordFacts Of(ProjectFacts p, Guid id) => new(RecordKind.Project, id, p.Name)
    {
        Investor = p.Investor, InvestorId = p.InvestorId, NationalCode = p.NationalCode?.Value, Industry = p.Industry, AmountFen = p.Amount?.Fen ?? 0, PhoneText = p.Contact,
    };

    /// <summary>Of an enterprise that stands.</summary>
    /// <param name="e">The enterprise, with the search's copy of its other names.</param>
    /// <param name="names">The other names kept of it, all of them however many.</param>
    public static RecordFacts Of(Enterprise e, IEnumerable<string> names)
    {
        var facts = Of(e);
        return facts with { OtherNames = [.. facts.OtherNames.Union(names)] };
    }

    /// <summary>Of an enterprise that stands.</summary>
    public static RecordFacts Of(Enterprise e) => Of(e.Name, new EnterpriseFacts
    {
        CreditCode = e.CreditCode, OtherNames = e.OtherNames, LegalRepresentative = e.LegalRepresentative, Address = e.Address, Phone = e.Phone,
    }, e.Id);

    /// <summary>Of an enterprise as it is typed.</summary>
    public static RecordFacts Of(string name, EnterpriseFacts e, Guid id) => new(RecordKind.Enterprise, id, name)
    {
        CreditCode = e.CreditCode?.Value, OtherNames = (e.OtherNames ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        PhoneText = e.Phone, Address = e.Address, Representative = e.LegalRepresentative?.Trim(),
    };
}

/// <summary>Who an investor is in the register of enterprises.</summary>
/// <param name="Ids">The records it is there under.</param>
/// <param name="Names">All names it goes by there, as they are compared.</param>
/// <param name="HasCode">Whether the register knows its credit code.</param>
public sealed record InvestorIdentity(IReadOnlyList<Guid> Ids, IReadOnlyList<MatchName> Names, bool HasCode)
{
    /// <summary>Nobody known.</summary>
    public static InvestorIdentity None { get; } = new([], [], false);
}
