namespace Bridgehead.Features.Imports.Reading;

/// <summary>A span of whole months.</summary>
/// <param name="From">First day of the first month.</param>
/// <param name="To">First day of the last month, included.</param>
public sealed record MonthSpan(DateOnly From, DateOnly To);
