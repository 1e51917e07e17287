namespace Bridgehead.Features.Shared;

/// <summary>A place one can go to.</summary>
/// <param name="Group">The work it belongs to.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Icon">The icon's name in the sprite.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Permission">Who may go there.</param>
public sealed record Place(string Group, string Name, string Icon, string Address, string Permission);
