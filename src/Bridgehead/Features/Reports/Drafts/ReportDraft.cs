namespace Bridgehead.Features.Reports;

/// <summary>A report that is kept: begun from figures, edited, read by a second person, released. Its text stands in blocks, its numbers beside them.</summary>
public sealed class ReportDraft : IVersioned, IAudited
{
    /// <summary>The kind of the work report.</summary>
    public const string Work = "work";
    /// <summary>The kind of the monthly bulletin (通报).</summary>
    public const string Bulletin = "bulletin";

    private ReportDraft() { }

    /// <summary>Begins a report.</summary>
    /// <param name="kind">Which kind of report.</param>
    /// <param name="unitId">The unit reported on.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="months">Months covered, 1 to 12.</param>
    /// <param name="asOf">The day the figures stand at.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="byName">The name the person has.</param>
    /// <param name="at">When (UTC).</param>
    public ReportDraft(string kind, Guid unitId, int year, int months, DateOnly asOf, Guid? by, string byName, DateTime at)
    {
        Refusal.Unless(months is >= 1 and <= 12, $"截止月份应在1至12之间", nameof(Months));
        (Id, Kind, UnitId, Year, Months, AsOf, ById, By, At, TouchedAt) = (Guid.CreateVersion7(), kind, unitId, year, months, asOf, by, byName, at, at);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Which kind of report.</summary>
    public string Kind { get; private set; } = Work;
    /// <summary>The unit reported on.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>The year reported on.</summary>
    public int Year { get; private set; }
    /// <summary>Months covered.</summary>
    public int Months { get; private set; }
    /// <summary>The day the figures stand at.</summary>
    public DateOnly AsOf { get; private set; }
    /// <summary>The title in words between which a line may break, parted by spaces.</summary>
    public string Title { get; private set; } = "";
    /// <summary>The line under the title.</summary>
    public string? Occasion { get; private set; }
    /// <summary>Who reports.</summary>
    public string? Reporter { get; private set; }
    /// <summary>主送机关 without the colon.</summary>
    public string? Addressee { get; private set; }
    /// <summary>署名.</summary>
    public string? SignedBy { get; private set; }
    /// <summary>成文日期.</summary>
    public DateOnly? IssuedOn { get; private set; }
    /// <summary>附件, one a line.</summary>
    public string? Attachments { get; private set; }
    /// <summary>Where it stands.</summary>
    public ReportState State { get; private set; }
    /// <summary>Who writes it.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string By { get; private set; } = "";
    /// <summary>When it was begun (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>When it was last worked on (UTC).</summary>
    public DateTime TouchedAt { get; private set; }
    /// <summary>Who changed its text last.</summary>
    public Guid? EditedById { get; private set; }
    /// <summary>Who handed it in.</summary>
    public Guid? SubmittedById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string? SubmittedBy { get; private set; }
    /// <summary>Who found it right.</summary>
    public string? ReviewedBy { get; private set; }
    /// <summary>Why it was given back.</summary>
    public string? ReturnReason { get; private set; }
    /// <summary>Who released it.</summary>
    public string? ReleasedBy { get; private set; }
    /// <summary>When it was released (UTC).</summary>
    public DateTime? ReleasedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The title on one line.</summary>
    public string TitleLine => Title.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Words what stands around the text. Refused once handed in.</summary>
    public void Word(ReportHead head)
    {
        RefuseUnlessWriting();
        Refusal.When(string.IsNullOrWhiteSpace(head.Title), $"请填写标题", nameof(Title));
        Refusal.When(head.Title.Length > 100, $"标题最多100个字", nameof(Title));
        Refusal.When(head.IssuedOn is { Year: < 1990 or > 2100 }, $"成文日期应在1990年至2100年之间", nameof(IssuedOn));
        (Title, Occasion, Reporter, Addressee) = (head.Title.Trim(), Blank(head.Occasion), Blank(head.Reporter), Blank(head.Addressee)?.TrimEnd('：', ':'));
        (SignedBy, IssuedOn, Attachments) = (Blank(head.SignedBy), head.IssuedOn, Blank(head.Attachments));
    }

    /// <summary>Notes who changed the text. Refused once handed in.</summary>
    public void Touch(Guid? by, DateTime at)
    {
        RefuseUnlessWriting();
        (EditedById, TouchedAt) = (by, at);
    }

    /// <summary>Notes that the figures were taken anew as of a day.</summary>
    public void StandAt(DateOnly asOf) => AsOf = asOf;

    /// <summary>Hands it in. Refused while a number in it has neither figure nor source.</summary>
    /// <param name="by">Who.</param>
    /// <param name="name">The name the person has.</param>
    /// <param name="loose">The first number without figure or source, with the words around it; null for none.</param>
    public void Submit(Guid? by, string name, LooseNumber? loose)
    {
        RefuseUnlessWriting();
        Refusal.When(loose is not null, $"数字“{loose?.Number}”（{loose?.Context}）没有绑定数据，也没有写明来源，请插入数据，或写成[[数:{loose?.Number}|来源：文件名称]]");
        (State, SubmittedById, SubmittedBy, ReturnReason, ReviewedBy) = (ReportState.Submitted, by, name, null, null);
    }

    /// <summary>Gives it back with a reason.</summary>
    public void Return(string? reason)
    {
        Refusal.Unless(State is ReportState.Submitted or ReportState.Reviewed, $"只有待复核或已复核的报告可以退回");
        Refusal.When(string.IsNullOrWhiteSpace(reason), $"请写明退回的原因", nameof(ReturnReason));
        (State, ReturnReason, ReviewedBy) = (ReportState.Writing, reason!.Trim(), null);
    }

    /// <summary>Finds it right. Refused for the person who handed it in, wrote it or changed it last.</summary>
    public void Approve(Guid? by, string name)
    {
        Refusal.Unless(State == ReportState.Submitted, $"只有待复核的报告可以复核");
        Refusal.When(by is not null && (by == SubmittedById || by == ById || by == EditedById), $"起草、修改和提交报告的人不能复核自己的报告，请由另一人复核");
        (State, ReviewedBy) = (ReportState.Reviewed, name);
    }

    /// <summary>Releases it.</summary>
    public void Release(string name, DateTime at)
    {
        Refusal.Unless(State == ReportState.Reviewed, $"报告须先由第二人复核，才能发布");
        (State, ReleasedBy, ReleasedAt) = (ReportState.Released, name, at);
    }

    /// <summary>Refuses any change of the text once it is handed in.</summary>
    public void RefuseUnlessWriting() => Refusal.Unless(State == ReportState.Writing, $"报告已提交，不能再改；需要修改请先退回");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
