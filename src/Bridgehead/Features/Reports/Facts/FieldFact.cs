namespace Bridgehead.Features.Reports;

/// <summary>One field of the economy in the newly signed projects.</summary>
/// <param name="Code">The division of GB/T 4754, two digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many projects.</param>
/// <param name="Amount">Their agreed investment in 分.</param>
public sealed record FieldFact(string Code, string Name, long Count, long Amount);
