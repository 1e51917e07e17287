namespace Bridgehead.Features.Ledger;

/// <summary>One change of how well a piece of evidence is proved: by whom, on what; only ever added, so that shares of an earlier day can be told again.</summary>
public sealed class TierStep
{
    private TierStep() { }

    internal TierStep(Guid evidence, EvidenceTier from, EvidenceTier to, SecondSource source, string basis, Guid? by, string who, DateTime at)
    {
        Refusal.When(string.IsNullOrWhiteSpace(basis), $"请写明核对的依据，如文号、回执号、核查日期", "Input.Basis");
        (Id, EvidenceId, From, To, Source, Basis, By, Who, At) = (Guid.CreateVersion7(), evidence, from, to, source, basis.Trim(), by, who, at);
    }

    /// <summary>Its identity; rises with time.</summary>
    public Guid Id { get; private set; }
    /// <summary>Of which evidence.</summary>
    public Guid EvidenceId { get; private set; }
    /// <summary>From which tier.</summary>
    public EvidenceTier From { get; private set; }
    /// <summary>To which tier.</summary>
    public EvidenceTier To { get; private set; }
    /// <summary>Where the second source comes from.</summary>
    public SecondSource Source { get; private set; }
    /// <summary>What it rests on: a document number, the day of a visit.</summary>
    public string Basis { get; private set; } = "";
    /// <summary>Who; null for the operator.</summary>
    public Guid? By { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string Who { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
}
