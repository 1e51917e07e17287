namespace Bridgehead.Features.Enterprises;

/// <summary>What the rules look at: an enterprise with its owners, classes and projects, as on one day.</summary>
/// <param name="Enterprise">The enterprise.</param>
/// <param name="Owners">Its owners, however far up.</param>
/// <param name="PaidInMinor">What its owners have paid in, in cents, where shares say so.</param>
/// <param name="Classes">Its classes with their kinds.</param>
/// <param name="Projects">Its projects in the whole city: name, industry, and whether they go on.</param>
/// <param name="Today">The day.</param>
public sealed record Picture(Enterprise Enterprise, Ownership Owners, long? PaidInMinor, IReadOnlyList<(EnterpriseClass Held, ClassKind Kind)> Classes, IReadOnlyList<(string Name, string? Industry, bool IsLive)> Projects, DateOnly Today);
