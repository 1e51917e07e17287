namespace Bridgehead.Features.Enterprises;

/// <summary>What kind of other name.</summary>
public enum OtherNameKind
{
    /// <summary>曾用名: it was registered so before.</summary>
    [Label("曾用名")] Former,
    /// <summary>简称: people call it so; also the short name of its shares.</summary>
    [Label("简称")] Abbreviation,
    /// <summary>品牌.</summary>
    [Label("品牌名")] Brand,
    /// <summary>A name in another writing, or one nobody classed.</summary>
    [Label("其他名称")] Other,
}

/// <summary>A name an enterprise goes or went by besides its registered one. People search by it, and duplicates are found by it.</summary>
public sealed class OtherName : IVersioned, IAudited
{
    private OtherName() { }

    /// <summary>Notes a name.</summary>
    /// <param name="enterprise">Whose.</param>
    /// <param name="name">The name, up to 120 characters.</param>
    /// <param name="kind">What kind.</param>
    /// <param name="from">From which day, when known.</param>
    /// <param name="to">To which day, when it is no longer used.</param>
    public OtherName(Guid enterprise, string name, OtherNameKind kind, DateOnly? from = null, DateOnly? to = null)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Trim().Length > 120, $"请填写名称，最多120个字", nameof(Name));
        Refusal.When(to < from, $"停用日期{to}早于启用日期{from}，请核对", nameof(To));
        (Id, EnterpriseId, Name, Kind, From, To) = (Guid.CreateVersion7(), enterprise, name.Trim(), kind, from, to);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Whose name.</summary>
    public Guid EnterpriseId { get; private set; }
    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>What kind.</summary>
    public OtherNameKind Kind { get; private set; }
    /// <summary>From which day.</summary>
    public DateOnly? From { get; private set; }
    /// <summary>To which day; null while it is used or not known.</summary>
    public DateOnly? To { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }
}
