namespace Bridgehead.Features.Reports;

/// <summary>One recorded cause why projects do not move, such as 资金 or 土地, and how many it holds back.</summary>
public sealed record StallReason(string Code, string Name, long? Count);
