namespace Bridgehead.Features.Funds.Checking;

/// <summary>What a check found against a voucher.</summary>
/// <param name="Code">The reason's code, the same on page, API and in the return.</param>
/// <param name="Stops">Whether it may not be recognised while this holds; otherwise the reviewer looks into it.</param>
/// <param name="Sentence">What is wrong and what to bring.</param>
public sealed record CheckFinding(ReasonCode Code, bool Stops, FormattableString Sentence);
