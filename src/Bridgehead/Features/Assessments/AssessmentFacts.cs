namespace Bridgehead.Features.Assessments;

/// <summary>What an assessment is called, over which months, and as of which day its figures are read.</summary>
/// <param name="Name">Its name, up to 80 characters.</param>
/// <param name="Span">The months.</param>
/// <param name="AsOf">The day: what is recorded later is left out.</param>
public sealed record AssessmentFacts(string Name, Months Span, DateOnly AsOf);
