namespace Bridgehead.Features.Targets;

/// <summary>What a campaign is called and when it runs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Span">The months it runs, at most 24.</param>
/// <param name="Document">The document that calls it; may be empty.</param>
/// <param name="Ranked">Whether units are ranked by what they reached.</param>
public sealed record CampaignFacts(string Name, Months Span, string Document, bool Ranked);
