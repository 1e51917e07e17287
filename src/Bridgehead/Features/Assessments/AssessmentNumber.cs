namespace Bridgehead.Features.Assessments;

/// <summary>A number of a unit for an item: given by hand while it is a draft, read from the ledger when it is frozen. Then it never changes.</summary>
public sealed class AssessmentNumber : IAudited
{
    private AssessmentNumber() { }

    /// <summary>Keeps a number.</summary>
    /// <param name="assessmentId">Of which assessment.</param>
    /// <param name="unitId">Of which unit.</param>
    /// <param name="item">The item by its place in the scheme, from 0.</param>
    /// <param name="input">The input by its place in the item, from 0.</param>
    /// <param name="value">What was read or given.</param>
    /// <param name="by">Who gave it; empty for what was read.</param>
    public AssessmentNumber(Guid assessmentId, Guid unitId, int item, int input, InputValue value, string by)
    {
        (Id, AssessmentId, UnitId, Item, Input) = (Guid.CreateVersion7(), assessmentId, unitId, item, input);
        Give(value, by);
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }
    /// <summary>Of which assessment.</summary>
    public Guid AssessmentId { get; private set; }
    /// <summary>Of which unit.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>The item by its place in the scheme, from 0.</summary>
    public int Item { get; private set; }
    /// <summary>The input by its place in the item, from 0.</summary>
    public int Input { get; private set; }
    /// <summary>How much, in the smallest unit of the indicator or in millionths; null when nothing was known.</summary>
    public long? Value { get; private set; }
    /// <summary>The target, or the indicator below the line.</summary>
    public long? Against { get; private set; }
    /// <summary>The unit a figure is shown in.</summary>
    public string Unit { get; private set; } = "";
    /// <summary>The document of what was given by hand.</summary>
    public string Document { get; private set; } = "";
    /// <summary>Who gave it.</summary>
    public string By { get; private set; } = "";

    /// <summary>What was read or given.</summary>
    public InputValue Read => new(Value, Against, Unit, Document);

    /// <summary>Gives another number.</summary>
    internal void Give(InputValue value, string by) => (Value, Against, Unit, Document, By) = (value.Value, value.Against, value.Unit, value.Document, by);
}
