namespace Bridgehead.Features.Reports;

/// <summary>A number that is bound to no figure.</summary>
/// <param name="Number">The number.</param>
/// <param name="Context">The words around it.</param>
public sealed record LooseNumber(string Number, string Context);
