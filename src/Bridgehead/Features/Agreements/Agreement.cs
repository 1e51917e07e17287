namespace Bridgehead.Features.Agreements;

/// <summary>What is stated about an agreement as a paper.</summary>
public sealed record AgreementFacts
{
    /// <summary>What kind it is.</summary>
    public AgreementKind Kind { get; init; }
    /// <summary>Its number, up to 60 characters.</summary>
    public string? Number { get; init; }
    /// <summary>甲方: the government's side.</summary>
    public string Government { get; init; } = "";
    /// <summary>乙方: the enterprise's side.</summary>
    public string Enterprise { get; init; } = "";
    /// <summary>A remark, up to 500 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>
/// One version of an agreement of a project. It is written as a draft and closed by signing; a signed version never changes, a supplementary
/// agreement makes the next version of the same chain (domain rule 6.8).
/// </summary>
public sealed class Agreement : IVersioned, IAudited
{
    private Agreement() { }

    /// <summary>Drafts a first version.</summary>
    /// <param name="project">The project.</param>
    /// <param name="facts">What is stated about it; a supplementary agreement begins with <see cref="Supplement"/> instead.</param>
    /// <param name="now">Now (UTC).</param>
    public Agreement(Guid project, AgreementFacts facts, DateTime now)
    {
        Refusal.When(facts.Kind == AgreementKind.Supplementary, $"补充协议应从它所补充的协议登记：打开该协议，选“订立补充协议”", nameof(Kind));
        Id = Guid.CreateVersion7();
        (ProjectId, ChainId, Revision) = (project, Id, 1);
        State(facts, now);
    }

    private Agreement(Agreement previous, AgreementFacts facts, DateTime now)
    {
        (Id, ProjectId, ChainId, PreviousId, Revision) = (Guid.CreateVersion7(), previous.ProjectId, previous.ChainId, previous.Id, previous.Revision + 1);
        State(facts with { Kind = AgreementKind.Supplementary }, now);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The first version of its chain, itself when it is the first.</summary>
    public Guid ChainId { get; private set; }
    /// <summary>The version before; null for the first.</summary>
    public Guid? PreviousId { get; private set; }
    /// <summary>Which version of the chain, from 1.</summary>
    public int Revision { get; private set; }
    /// <summary>What kind it is.</summary>
    public AgreementKind Kind { get; private set; }
    /// <summary>Its number.</summary>
    public string? Number { get; private set; }
    /// <summary>甲方.</summary>
    public string Government { get; private set; } = "";
    /// <summary>乙方.</summary>
    public string Enterprise { get; private set; } = "";
    /// <summary>A remark.</summary>
    public string? Note { get; private set; }
    /// <summary>The day it was signed; null for a draft.</summary>
    public DateOnly? SignedOn { get; private set; }
    /// <summary>The name of who entered the signing.</summary>
    public string? SignedBy { get; private set; }
    /// <summary>How many promises it holds.</summary>
    public int Promises { get; private set; }
    /// <summary>When it was last worked on (UTC).</summary>
    public DateTime TouchedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it is closed.</summary>
    public bool IsSigned => SignedOn is not null;

    /// <summary>The next version of the chain, as a draft.</summary>
    public Agreement Supplement(AgreementFacts facts, DateTime now)
    {
        Refusal.Unless(IsSigned, $"协议尚未签订，直接修改草稿即可，不需要补充协议");
        return new Agreement(this, facts, now);
    }

    /// <summary>States everything about the paper anew. Refused once signed.</summary>
    public void Change(AgreementFacts facts, DateTime now)
    {
        Refusal.When(PreviousId is null && facts.Kind == AgreementKind.Supplementary, $"补充协议应从它所补充的协议登记：打开该协议，选“订立补充协议”", nameof(Kind));
        State(facts, now);
    }

    /// <summary>Notes that its promises were worked on, so that nobody signs another content than was read. Refused once signed.</summary>
    public void Touch(int promises, DateTime now)
    {
        RefuseSigned();
        (Promises, TouchedAt) = (promises, now);
    }

    /// <summary>Closes it. Refused twice, for a day ahead or before the version it amends, and for a formal agreement without a promise.</summary>
    /// <param name="on">The day of signing.</param>
    /// <param name="after">The day the version before was signed; null for the first.</param>
    /// <param name="today">Today, in the city.</param>
    /// <param name="who">Who enters it.</param>
    public void Sign(DateOnly on, DateOnly? after, DateOnly today, string who)
    {
        RefuseSigned();
        Refusal.When(on > today, $"签订日期{on}晚于今天，请核对", nameof(SignedOn));
        Refusal.When(on.Year < 1990, $"签订日期应在1990年以后，请核对", nameof(SignedOn));
        Refusal.When(on < after, $"签订日期{on}早于所补充协议的签订日期{after}，请核对", nameof(SignedOn));
        Refusal.When(Promises == 0 && Kind is not (AgreementKind.Framework or AgreementKind.Other), $"协议还没有一条承诺，请先录入再签订");
        (SignedOn, SignedBy) = (on, who);
    }

    /// <summary>Refuses any change of a signed version.</summary>
    public void RefuseSigned() => Refusal.When(IsSigned, $"这一版协议已于{SignedOn}签订，不能再改；内容有变请订立补充协议");

    private void State(AgreementFacts facts, DateTime now)
    {
        RefuseSigned();
        Refusal.Unless(Enum.IsDefined(facts.Kind), $"协议类型不在选项之内", nameof(Kind));
        Refusal.When(string.IsNullOrWhiteSpace(facts.Government), $"请填写甲方（政府一方）", nameof(Government));
        Refusal.When(string.IsNullOrWhiteSpace(facts.Enterprise), $"请填写乙方（企业一方）", nameof(Enterprise));
        (Kind, Government, Enterprise, TouchedAt) = (PreviousId is null ? facts.Kind : AgreementKind.Supplementary, facts.Government.Trim(), facts.Enterprise.Trim(), now);
        Number = string.IsNullOrWhiteSpace(facts.Number) ? null : facts.Number.Trim();
        Note = string.IsNullOrWhiteSpace(facts.Note) ? null : facts.Note.Trim();
    }
}
