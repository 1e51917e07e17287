namespace Bridgehead.Features.Reports;

/// <summary>A place in an order that somebody else keeps, such as the province's.</summary>
/// <param name="Among">Among whom: 全省, 全市.</param>
/// <param name="Rank">The place from 1; null when it is not known.</param>
/// <param name="Tied">Whether others share the place.</param>
public sealed record Standing(string Among, int? Rank, bool Tied = false);
