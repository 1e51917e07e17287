namespace Bridgehead.Features.Enterprises;

/// <summary>How a content came to the register.</summary>
public enum SourceKind
{
    /// <summary>Somebody typed it.</summary>
    [Label("人工录入")] Typed,
    /// <summary>It came with a ledger.</summary>
    [Label("台账导入")] Import,
    /// <summary>Another department shared it; it must not be asked of the enterprise again.</summary>
    [Label("部门共享")] Shared,
}

/// <summary>
/// Where the content of one field of an enterprise came from, and when (一数一源). Kept for what changed after the record was made; the rest came
/// with the record: with its import, or from the person who registered it.
/// </summary>
public sealed class FieldSource
{
    private FieldSource() { }

    /// <summary>Says where a field's content came from.</summary>
    /// <param name="enterprise">Whose field.</param>
    /// <param name="field">Which field, by its name in <see cref="Enterprise"/>.</param>
    /// <param name="kind">How it came.</param>
    /// <param name="name">The person, the file or the department.</param>
    /// <param name="at">When (UTC).</param>
    public FieldSource(Guid enterprise, string field, SourceKind kind, string name, DateTime at)
    {
        (EnterpriseId, Field) = (enterprise, field);
        Came(kind, name, at);
    }

    /// <summary>Whose field.</summary>
    public Guid EnterpriseId { get; private set; }
    /// <summary>Which field.</summary>
    public string Field { get; private set; } = "";
    /// <summary>How it came.</summary>
    public SourceKind Kind { get; private set; }
    /// <summary>The person, the file or the department.</summary>
    public string Name { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>The content was replaced by another, which came so.</summary>
    public void Came(SourceKind kind, string name, DateTime at) => (Kind, Name, At) = (kind, name.Length <= 200 ? name : name[..200], at);
}
