namespace Bridgehead.Features.Enterprises;

/// <summary>One share in the graph of owners.</summary>
/// <param name="Owner">Who holds it, by its key in the graph.</param>
/// <param name="Firm">In which enterprise, by its key.</param>
/// <param name="Share">The part of the whole: 0.6 is 60 %.</param>
/// <param name="Controls">Whether the owner controls the enterprise otherwise than by a majority.</param>
public sealed record OwnershipEdge(string Owner, string Firm, decimal Share, bool Controls = false);
