namespace Bridgehead.Features.Reports;

/// <summary>A measure that a report promises against a problem: who answers for it, by when, and what became of it. Next year's report tells it.</summary>
public sealed class ReportMeasure : IVersioned, IAudited
{
    private ReportMeasure() { }

    /// <summary>Promises a measure.</summary>
    public ReportMeasure(Guid draftId, int position, MeasureFact measure)
    {
        (Id, DraftId, Position, Problem) = (Guid.CreateVersion7(), draftId, position, measure.Problem);
        Word(measure.Text, measure.Owner, measure.Due);
        State = measure.State;
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Which report promises it.</summary>
    public Guid DraftId { get; private set; }
    /// <summary>Its place in the report.</summary>
    public int Position { get; private set; }
    /// <summary>The problem it answers, by code.</summary>
    public string Problem { get; private set; } = "";
    /// <summary>What is to be done.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Who answers for it.</summary>
    public string Owner { get; private set; } = "";
    /// <summary>By when.</summary>
    public DateOnly Due { get; private set; }
    /// <summary>Where it stands.</summary>
    public MeasureState State { get; private set; }
    /// <summary>What was done, or why it was given up.</summary>
    public string? Note { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>As a fact for the next report.</summary>
    public MeasureFact Fact => new(Problem, Text, Owner, Due, State);

    /// <summary>Words it.</summary>
    public void Word(string text, string owner, DateOnly due)
    {
        Refusal.When(string.IsNullOrWhiteSpace(text) || text.Length > 200, $"请写明举措，最多200个字", nameof(Text));
        Refusal.When(string.IsNullOrWhiteSpace(owner) || owner.Length > 60, $"请写明责任单位，最多60个字", nameof(Owner));
        Refusal.When(due.Year is < 1990 or > 2100, $"完成时限应在1990年至2100年之间", nameof(Due));
        (Text, Owner, Due) = (text.Trim(), owner.Trim(), due);
    }

    /// <summary>Says where it stands. A measure that is done or given up says how or why.</summary>
    public void Stand(MeasureState state, string? note)
    {
        Refusal.Unless(Enum.IsDefined(state), $"进展状态不在选项之内", nameof(State));
        Refusal.When(state is MeasureState.Done or MeasureState.Dropped && string.IsNullOrWhiteSpace(note), $"已完成或不再推进的举措，请写明完成情况或原因", nameof(Note));
        (State, Note) = (state, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
    }
}
