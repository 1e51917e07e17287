namespace Bridgehead.Features.Admission;

/// <summary>One round of the admission review of a project: materials, opinions, scores, the deciding bodies, a conclusion. Concluded it is closed; another round is another review.</summary>
public sealed class Review : IVersioned, IAudited
{
    private Review() { }

    /// <summary>Opens a round.</summary>
    /// <param name="project">The project.</param>
    /// <param name="round">Which round, from 1.</param>
    /// <param name="sheet">The score sheet it is scored by.</param>
    /// <param name="kind">The class of the project.</param>
    /// <param name="opinions">From how many departments an opinion is awaited.</param>
    /// <param name="now">Now (UTC).</param>
    public Review(Guid project, int round, Guid sheet, ProjectClass kind, int opinions, DateTime now)
    {
        Refusal.Unless(Enum.IsDefined(kind), $"项目类别不在选项之内", nameof(Class));
        (Id, ProjectId, Round, SheetId, Class, OpenOpinions, OpenedAt, TouchedAt) = (Guid.CreateVersion7(), project, round, sheet, kind, opinions, now, now);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>The project.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>Which round, from 1.</summary>
    public int Round { get; private set; }
    /// <summary>The version of the score sheet it is scored by.</summary>
    public Guid SheetId { get; private set; }
    /// <summary>The class of the project.</summary>
    public ProjectClass Class { get; private set; }
    /// <summary>The day of the meeting.</summary>
    public DateOnly? MeetingOn { get; private set; }
    /// <summary>Who chairs it.</summary>
    public string? Chair { get; private set; }
    /// <summary>Who attends.</summary>
    public string? Attendees { get; private set; }
    /// <summary>How many departments have still to give their opinion.</summary>
    public int OpenOpinions { get; private set; }
    /// <summary>The vetoes found, one a line; empty when none.</summary>
    public string Vetoes { get; private set; } = "";
    /// <summary>What it came to; null while open.</summary>
    public ReviewConclusion? Conclusion { get; private set; }
    /// <summary>The day it was concluded.</summary>
    public DateOnly? ConcludedOn { get; private set; }
    /// <summary>Who entered the conclusion.</summary>
    public string? ConcludedBy { get; private set; }
    /// <summary>The conditions, or the reasons for putting off or refusing.</summary>
    public string? Terms { get; private set; }
    /// <summary>The minutes as text.</summary>
    public string? Minutes { get; private set; }
    /// <summary>When it was opened (UTC).</summary>
    public DateTime OpenedAt { get; private set; }
    /// <summary>When it was last worked on (UTC).</summary>
    public DateTime TouchedAt { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReviewState State => Conclusion is not null ? ReviewState.Concluded : OpenOpinions > 0 ? ReviewState.WaitingForOpinions : MeetingOn is null ? ReviewState.Preparing : ReviewState.Scheduled;

    /// <summary>The vetoes found.</summary>
    public IReadOnlyList<string> VetoList => Vetoes.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Sets the meeting.</summary>
    public void Meet(DateOnly? on, string? chair, string? attendees)
    {
        RefuseConcluded();
        Refusal.When(on is { Year: < 2000 or > 2100 }, $"会议日期应在2000年至2100年之间", nameof(MeetingOn));
        (MeetingOn, Chair, Attendees) = (on, Blank(chair), Blank(attendees));
    }

    /// <summary>Notes that a part of it was worked on. Refused once concluded.</summary>
    public void Touch(DateTime now)
    {
        RefuseConcluded();
        TouchedAt = now;
    }

    /// <summary>Notes how many opinions are still missing.</summary>
    public void Await(int opinions) => OpenOpinions = opinions;

    /// <summary>Notes the vetoes found; each must stand in its sheet.</summary>
    public void Find(IEnumerable<string> vetoes, ScoreSheet sheet)
    {
        RefuseConcluded();
        var found = vetoes.Select(v => v.Trim()).Where(v => v.Length > 0).Distinct().ToList();
        Refusal.When(found.FirstOrDefault(v => !sheet.Vetoes.Contains(v)) is not null, $"一票否决情形不在本评分表之内", nameof(Vetoes));
        Vetoes = string.Join('\n', found);
    }

    /// <summary>Closes it. To pass takes every opinion, every score, no veto and the pass mark; conditions and refusals need their words.</summary>
    public void Conclude(ReviewConclusion conclusion, Assessment assessment, bool disagreed, string? terms, string? minutes, DateOnly today, string who)
    {
        RefuseConcluded();
        Refusal.Unless(Enum.IsDefined(conclusion), $"结论不在选项之内", nameof(Conclusion));
        if (conclusion is ReviewConclusion.Passed or ReviewConclusion.PassedWithConditions)
        {
            Refusal.When(VetoList.Count > 0, $"有一票否决情形“{string.Join("、", VetoList)}”，不论得分多少都不能通过", nameof(Conclusion));
            Refusal.When(OpenOpinions > 0, $"还有{OpenOpinions}个部门没有出具意见，不能通过", nameof(Conclusion));
            Refusal.Unless(assessment.IsComplete, $"还有评分项目没有打分，不能通过", nameof(Conclusion));
            Refusal.Unless(assessment.Reaches, $"总分{assessment.Total:0.#}分，低于及格线{assessment.PassMark}分，不能通过", nameof(Conclusion));
            Refusal.When(disagreed && conclusion == ReviewConclusion.Passed, $"有部门不同意，只能有条件通过，并写明如何落实其意见", nameof(Conclusion));
        }
        Refusal.When(conclusion != ReviewConclusion.Passed && string.IsNullOrWhiteSpace(terms), $"请写明附加的条件，或暂缓、不通过的理由", nameof(Terms));
        (Conclusion, ConcludedOn, ConcludedBy, Terms, Minutes) = (conclusion, today, who, Blank(terms), Blank(minutes));
    }

    /// <summary>Refuses any change of a concluded review.</summary>
    public void RefuseConcluded() => Refusal.When(Conclusion is not null, $"本轮评审已有结论，不能再改；需要重新评审请开新的一轮");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
