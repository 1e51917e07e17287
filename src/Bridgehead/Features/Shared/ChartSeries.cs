namespace Bridgehead.Features.Shared;

/// <summary>One row of numbers of a chart.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">The values; null where not known.</param>
/// <param name="Type">bar, line or pie.</param>
/// <param name="Past">Last year's numbers, drawn in grey.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, string Type = "bar", bool Past = false);
