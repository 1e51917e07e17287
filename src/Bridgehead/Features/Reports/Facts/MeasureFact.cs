namespace Bridgehead.Features.Reports;

/// <summary>A measure that a report promised, and what became of it.</summary>
/// <param name="Problem">The problem it answers, by code.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Due">By when.</param>
/// <param name="State">Where it stands.</param>
public sealed record MeasureFact(string Problem, string Text, string Owner, DateOnly Due, MeasureState State);
