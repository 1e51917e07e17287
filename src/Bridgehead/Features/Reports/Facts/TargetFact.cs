namespace Bridgehead.Features.Reports;

/// <summary>A target for the whole year, in the smallest unit of its indicator, and who set it.</summary>
/// <param name="SetBy">Whose target it is as the report calls it: 省定, 市定; null for the unit's one target, 年度.</param>
/// <param name="Value">The target, or null when it is not known: it is then starred.</param>
/// <param name="Code">A short code of who set it (province, city), part of the figure's address; null for the one target.</param>
public sealed record TargetFact(string? SetBy, long? Value, string? Code = null);
