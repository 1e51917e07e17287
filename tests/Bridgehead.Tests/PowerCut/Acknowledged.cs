namespace Bridgehead.Tests.PowerCut;

/// <summary>What the server said it had done, as the client noted it: from then on it must outlive any power cut.</summary>
/// <param name="Project">The identity of the project written.</param>
/// <param name="Name">Its name.</param>
/// <param name="Digest">The digest of the file attached to it; null when none was.</param>
/// <param name="By">How long the journal was when the answer had come.</param>
internal sealed record Acknowledged(Guid Project, string Name, string? Digest, long By);
