namespace Bridgehead.Features.Instructions;

/// <summary>
/// 批示: what a leader wrote on a figure, a project or a paragraph of a report. It is a task with a unit or person to answer it and a day; taken on, answered,
/// given back or closed, each step kept with who, when and what was said.
/// </summary>
public sealed class Instruction : IVersioned, IAudited
{
    private readonly List<InstructionStep> steps = [];

    private Instruction() { }

    /// <summary>Writes it.</summary>
    /// <param name="about">On what.</param>
    /// <param name="text">What is to be done.</param>
    /// <param name="toUnitId">The unit that answers it.</param>
    /// <param name="toPerson">The one person of the unit who answers it; null for the unit.</param>
    /// <param name="dueOn">By which day, today or later.</param>
    /// <param name="by">Who writes it, and when.</param>
    public Instruction(InstructionAbout about, string text, Guid toUnitId, (Guid Id, string Name)? toPerson, DateOnly dueOn, StepBy by)
    {
        (Id, Subject, Name, ProjectId, ReportId, BlockId, Quote) = (Guid.CreateVersion7(), about.Subject, about.Name, about.ProjectId, about.ReportId, about.BlockId, about.Quote);
        (Indicator, FigureUnitId, FromMonth, ToMonth, Group, Seen) = (about.Indicator, about.FigureUnitId, about.Span?.From, about.Span?.To, about.Group, about.Seen);
        (Text, ToUnitId, ToPersonId, ToPerson, GivenById, GivenBy, GivenAt) = (text.Trim(), toUnitId, toPerson?.Id, toPerson?.Name, by.Id, by.Name, by.At);
        Refusal.When(Text.Length == 0, $"请写明批示内容", nameof(Text));
        Due(dueOn, by);
        Step(InstructionState.Given, Text, by);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>What it was written on.</summary>
    public InstructionSubject Subject { get; private set; }
    /// <summary>What that was called then.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The project.</summary>
    public Guid? ProjectId { get; private set; }
    /// <summary>The report.</summary>
    public Guid? ReportId { get; private set; }
    /// <summary>The paragraph of the report.</summary>
    public Guid? BlockId { get; private set; }
    /// <summary>The paragraph as it read then.</summary>
    public string Quote { get; private set; } = "";
    /// <summary>The code of the figure's indicator.</summary>
    public string Indicator { get; private set; } = "";
    /// <summary>The figure's unit.</summary>
    public Guid? FigureUnitId { get; private set; }
    /// <summary>The figure's first month, yyyymm.</summary>
    public int? FromMonth { get; private set; }
    /// <summary>The figure's last month, yyyymm.</summary>
    public int? ToMonth { get; private set; }
    /// <summary>The figure's group; empty for the whole.</summary>
    public string Group { get; private set; } = "";
    /// <summary>The figure as it stood then, in the smallest unit.</summary>
    public long? Seen { get; private set; }
    /// <summary>What is to be done.</summary>
    public string Text { get; private set; } = "";
    /// <summary>The unit that answers it.</summary>
    public Guid ToUnitId { get; private set; }
    /// <summary>The one person who answers it; null for the unit.</summary>
    public Guid? ToPersonId { get; private set; }
    /// <summary>The name of that person then.</summary>
    public string? ToPerson { get; private set; }
    /// <summary>By which day.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>Who wrote it; null for the operator.</summary>
    public Guid? GivenById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string GivenBy { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime GivenAt { get; private set; }
    /// <summary>How far it has come.</summary>
    public InstructionState State { get; private set; }
    /// <summary>How many steps it took.</summary>
    public int StepCount { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>What happened to it, the first first.</summary>
    public IReadOnlyList<InstructionStep> Steps => steps;

    /// <summary>Whether an answer is owed: neither answered nor closed.</summary>
    public bool IsOwed => State is InstructionState.Given or InstructionState.Accepted or InstructionState.Returned;

    /// <summary>Whether an answer is owed and its day is over.</summary>
    public bool IsOverdue(DateOnly today) => IsOwed && DueOn < today;

    /// <summary>Takes it on. Refused once somebody has.</summary>
    public void Accept(StepBy by)
    {
        Refusal.Unless(State == InstructionState.Given, $"这件批示已经接收，不用再次接收");
        Step(InstructionState.Accepted, "", by);
    }

    /// <summary>Answers it. Refused when an answer waits already, or it is closed.</summary>
    public void Answer(string text, StepBy by)
    {
        Refusal.When(State == InstructionState.Answered, $"已经答复，正等待{GivenBy}处理；需要补充时请先由批示人退回");
        RefuseClosed();
        Refusal.When(string.IsNullOrWhiteSpace(text), $"请写明办理情况", "Text");
        Step(InstructionState.Answered, text, by);
    }

    /// <summary>Gives the answer back, perhaps with another day. Refused where there is none.</summary>
    public void Return(string reason, DateOnly? dueOn, StepBy by)
    {
        Refusal.Unless(State == InstructionState.Answered, $"还没有答复，不能退回");
        Refusal.When(string.IsNullOrWhiteSpace(reason), $"请写明退回的原因", "Text");
        if (dueOn is { } day) Due(day, by);
        Step(InstructionState.Returned, reason, by);
    }

    /// <summary>Closes it: after an answer, or with a word why none is needed.</summary>
    public void Close(string? remark, StepBy by)
    {
        RefuseClosed();
        Refusal.When(State != InstructionState.Answered && string.IsNullOrWhiteSpace(remark), $"还没有答复就办结，请写明原因", "Text");
        Step(InstructionState.Closed, remark ?? "", by);
    }

    private void RefuseClosed() => Refusal.When(State == InstructionState.Closed, $"这件批示已经办结");

    private void Due(DateOnly day, StepBy by)
    {
        Refusal.When(day < by.Today, $"办理期限不能早于今天", nameof(DueOn));
        Refusal.When(day > by.Today.AddYears(2), $"办理期限不能晚于两年之后", nameof(DueOn));
        DueOn = day;
    }

    private void Step(InstructionState state, string text, StepBy by)
    {
        State = state;
        steps.Add(new InstructionStep(Id, ++StepCount, state, text.Trim(), by));
    }
}
