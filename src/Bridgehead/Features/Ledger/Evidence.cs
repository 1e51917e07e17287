namespace Bridgehead.Features.Ledger;

/// <summary>What kind of document a figure rests on.</summary>
public enum EvidenceKind
{
    /// <summary>项目申报: what the unit itself declares in its project ledger; not yet proved by documents.</summary>
    [Label("项目申报")] Declaration,
    /// <summary>历史数据: a published bulletin, a closed ledger of an earlier year.</summary>
    [Label("历史数据")] HistoricalStatement,
    /// <summary>凭证: a reviewed document.</summary>
    [Label("凭证")] Voucher,
}

/// <summary>The document entries rest on.</summary>
public sealed class Evidence : IVersioned, IAudited
{
    private Evidence() { }

    /// <summary>Records a document.</summary>
    /// <param name="kind">What kind.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="source">Where it comes from: a document number, an address, a file name with its row.</param>
    /// <param name="unitId">The unit that answers for it.</param>
    /// <param name="recordedAt">When it was recorded (UTC).</param>
    public Evidence(EvidenceKind kind, string title, string source, Guid unitId, DateTime recordedAt)
    {
        Refusal.When(string.IsNullOrWhiteSpace(title), $"请填写依据的名称");
        (Id, Kind, Title, Source, UnitId, RecordedAt) = (Guid.CreateVersion7(), kind, title.Trim(), source.Trim(), unitId, recordedAt);
        Tier = FirstTier(kind);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>What kind.</summary>
    public EvidenceKind Kind { get; private set; }
    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";
    /// <summary>Where it comes from.</summary>
    public string Source { get; private set; } = "";
    /// <summary>How well it proves what rests on it.</summary>
    public EvidenceTier Tier { get; private set; }
    /// <summary>The unit that answers for it.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>When it was recorded (UTC).</summary>
    public DateTime RecordedAt { get; private set; }
    /// <summary>The import it came with, when it did.</summary>
    public Guid? BatchId { get; set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The tier evidence of a kind begins with: what a unit says itself is declared, a reviewed voucher or a published statement documented.</summary>
    public static EvidenceTier FirstTier(EvidenceKind kind) => kind == EvidenceKind.Declaration ? EvidenceTier.Declared : EvidenceTier.Documented;

    /// <summary>Moves it to another tier. Whoever is no auditor may only raise it, and not beyond cross-checked.</summary>
    internal TierStep MoveTo(EvidenceTier tier, SecondSource source, string basis, bool auditor, (Guid? Id, string Name) by, DateTime at)
    {
        Refusal.When(tier == Tier, $"依据等级已经是“{LabelAttribute.Of(tier)}”", "Input.To");
        Refusal.When(!auditor && tier == EvidenceTier.Audited, $"“已审计”等级只能由审计人员核定", "Input.To");
        Refusal.When(!auditor && tier < Tier, $"依据等级只能由审计人员调低", "Input.To");
        var step = new TierStep(Id, Tier, tier, source, basis, by.Id, by.Name, at);
        Tier = tier;
        return step;
    }
}
