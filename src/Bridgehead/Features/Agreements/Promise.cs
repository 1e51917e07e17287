namespace Bridgehead.Features.Agreements;

/// <summary>
/// A promise as it stands in one version of an agreement. It is changed only while that version is a draft; the same promise in the next version
/// is another row of the same line.
/// </summary>
public sealed class Promise : IVersioned, IAudited
{
    private Promise() { }

    /// <summary>Puts a promise into a draft.</summary>
    /// <param name="agreement">The draft.</param>
    /// <param name="terms">What it says.</param>
    /// <param name="line">The line it continues; null for a new one.</param>
    /// <param name="order">Its place in the agreement.</param>
    public Promise(Agreement agreement, PromiseTerms terms, Guid? line, int order)
    {
        Id = Guid.CreateVersion7();
        (AgreementId, ProjectId, LineId, Order) = (agreement.Id, agreement.ProjectId, line ?? Guid.CreateVersion7(), order);
        Change(agreement, terms);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The version of the agreement it stands in.</summary>
    public Guid AgreementId { get; private set; }
    /// <summary>The project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>The promise through all versions; also the identity of its <see cref="StandingPromise"/> once signed.</summary>
    public Guid LineId { get; private set; }
    /// <summary>Its place in the agreement.</summary>
    public int Order { get; private set; }
    /// <summary>What is promised: a code of <see cref="PromiseKind.All"/>.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>Who promises.</summary>
    public PromiseParty Party { get; private set; }
    /// <summary>How it is held against what is reached.</summary>
    public PromiseOperator Operator { get; private set; }
    /// <summary>How much, in fen or ten-thousandths of the unit; 0 for a day.</summary>
    public long Target { get; private set; }
    /// <summary>By which day.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>What proves it.</summary>
    public EvidenceType Evidence { get; private set; }
    /// <summary>What follows when it is not kept.</summary>
    public string? Consequence { get; private set; }
    /// <summary>The wording or a remark.</summary>
    public string? Note { get; private set; }
    /// <summary>The document the support rests on.</summary>
    public string? BasisName { get; private set; }
    /// <summary>That document's number.</summary>
    public string? BasisNumber { get; private set; }
    /// <summary>The article in it.</summary>
    public string? BasisArticle { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>What it says.</summary>
    public PromiseTerms Terms => new()
    {
        Kind = Kind, Party = Party, Operator = Operator, Target = Target, DueOn = DueOn, Evidence = Evidence, Consequence = Consequence, Note = Note,
        BasisName = BasisName, BasisNumber = BasisNumber, BasisArticle = BasisArticle,
    };

    /// <summary>Says something else. Refused in a signed version, for an unknown kind, and for support of public means without its basis.</summary>
    public void Change(Agreement agreement, PromiseTerms terms)
    {
        agreement.RefuseSigned();
        var kind = PromiseKind.Called(terms.Kind) ?? throw new Refusal($"没有承诺类型“{terms.Kind}”", nameof(Kind));
        Refusal.Unless(Enum.IsDefined(terms.Party) && Enum.IsDefined(terms.Operator) && Enum.IsDefined(terms.Evidence), $"承诺方、比较方式或证明材料不在选项之内", nameof(Party));
        Refusal.Unless(kind.Measure == PromiseMeasure.Day || terms.Target > 0, $"请填写“{kind.Name}”的数值", "Promised");
        Refusal.Unless(terms.DueOn.Year is >= 1990 and <= 2100, $"承诺期限应在1990年至2100年之间", nameof(DueOn));
        Refusal.When(terms.Party == PromiseParty.Government && kind.NeedsBasis && (string.IsNullOrWhiteSpace(terms.BasisName) || string.IsNullOrWhiteSpace(terms.BasisNumber)),
            $"给予特定企业的财政支持须写明依据文件的名称和文号，否则不得写入协议（公平竞争审查条例第十条）", nameof(BasisName));
        (Kind, Party, Operator, Target, DueOn, Evidence) = (kind.Code, terms.Party, terms.Operator, kind.Measure == PromiseMeasure.Day ? 0 : terms.Target, terms.DueOn, terms.Evidence);
        (Consequence, Note) = (Blank(terms.Consequence), Blank(terms.Note));
        (BasisName, BasisNumber, BasisArticle) = (Blank(terms.BasisName), Blank(terms.BasisNumber), Blank(terms.BasisArticle));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
