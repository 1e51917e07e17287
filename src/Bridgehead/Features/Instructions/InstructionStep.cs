namespace Bridgehead.Features.Instructions;

/// <summary>Who does something with an instruction, and when.</summary>
/// <param name="Id">Who; null for the operator.</param>
/// <param name="Name">The name of the person.</param>
/// <param name="At">When (UTC).</param>
public sealed record StepBy(Guid? Id, string Name, DateTime At)
{
    /// <summary>The day in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(At.AddHours(8));
}

/// <summary>One step of an instruction; only ever added.</summary>
public sealed class InstructionStep
{
    private InstructionStep() { }

    internal InstructionStep(Guid instructionId, int number, InstructionState state, string text, StepBy by) =>
        (Id, InstructionId, Number, State, Text, ById, By, At) = (Guid.CreateVersion7(), instructionId, number, state, text, by.Id, by.Name, by.At);

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Of which instruction.</summary>
    public Guid InstructionId { get; private set; }
    /// <summary>Which step, from 1.</summary>
    public int Number { get; private set; }
    /// <summary>Where it led.</summary>
    public InstructionState State { get; private set; }
    /// <summary>What was said.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Who; null for the operator.</summary>
    public Guid? ById { get; private set; }
    /// <summary>The name the person had then.</summary>
    public string By { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
}
