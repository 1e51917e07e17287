namespace Bridgehead.Features.Admission;

/// <summary>What an agreement must have been reviewed for before it is signed (domain rules 6.7 and 11.1).</summary>
public enum ComplianceKind
{
    /// <summary>公平竞争审查: agreements with operators are policy measures and must be reviewed (Regulation on Fair Competition Review; SAMR Order 99, article 2).</summary>
    [Label("公平竞争审查")] FairCompetition,
    /// <summary>合法性审查.</summary>
    [Label("合法性审查")] Legality,
}

/// <summary>What such a review came to.</summary>
public enum ComplianceConclusion
{
    /// <summary>符合.</summary>
    [Label("符合")] Conforms,
    /// <summary>适用例外: with an end in time or a condition that ends it (article 12).</summary>
    [Label("适用例外")] Exception,
    /// <summary>不符合.</summary>
    [Label("不符合")] DoesNot,
}

/// <summary>The recorded conclusion of a fair-competition or legality review; the latest of a kind counts, earlier ones stay.</summary>
public sealed class ComplianceNote : IVersioned, IAudited
{
    private ComplianceNote() { }

    /// <summary>Records a conclusion. An exception must say until when or until what it holds.</summary>
    public ComplianceNote(Guid project, ComplianceKind kind, ComplianceConclusion conclusion, string? document, DateOnly on, string? note, DateOnly today, string by)
    {
        Refusal.Unless(Enum.IsDefined(kind) && Enum.IsDefined(conclusion), $"审查种类或结论不在选项之内", nameof(Conclusion));
        Refusal.When(string.IsNullOrWhiteSpace(document) || document.Trim().Length > 80, $"请填写审查结论的文号，最多80个字", nameof(Document));
        Refusal.When(on > today, $"审查日期{on}晚于今天，请核对", nameof(On));
        Refusal.When(conclusion == ComplianceConclusion.Exception && string.IsNullOrWhiteSpace(note), $"适用例外须写明实施期限或终止条件（公平竞争审查条例第十二条）", nameof(Note));
        (Id, ProjectId, Kind, Conclusion, Document, On, By) = (Guid.CreateVersion7(), project, kind, conclusion, document!.Trim(), on, by);
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>Which review.</summary>
    public ComplianceKind Kind { get; private set; }
    /// <summary>What it came to.</summary>
    public ComplianceConclusion Conclusion { get; private set; }
    /// <summary>The number of the document.</summary>
    public string Document { get; private set; } = "";
    /// <summary>The day of the conclusion.</summary>
    public DateOnly On { get; private set; }
    /// <summary>For an exception, until when or until what; otherwise a remark.</summary>
    public string? Note { get; private set; }
    /// <summary>Who entered it.</summary>
    public string By { get; private set; } = "";
    /// <inheritdoc />
    public long Version { get; private set; }
}
