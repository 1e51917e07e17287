namespace Bridgehead.Features.Reports;

/// <summary>A number the registers give, which no indicator counts.</summary>
/// <param name="Code">What is counted, part of the figure's key.</param>
/// <param name="Value">How many, or how much in 分; null when it is not known.</param>
/// <param name="Address">The page that lists what is counted; null for the figure page.</param>
public sealed record CountFact(string Code, long? Value, string? Address = null);
