namespace Bridgehead.Features.Targets;

/// <summary>What a target is set to, and on whose word.</summary>
/// <param name="Value">基本目标, in the indicator's smallest unit; above 0.</param>
/// <param name="Stretch">奋斗目标, not below the basic one; null for none.</param>
/// <param name="Document">The document it comes from, with its number.</param>
/// <param name="Reason">Why it is changed; empty the first time.</param>
/// <param name="By">Who enters it.</param>
/// <param name="At">When (UTC): it is in force from that day.</param>
public sealed record TargetSetting(long Value, long? Stretch, string Document, string Reason, string By, DateTime At);
