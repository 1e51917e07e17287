using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;

namespace Bridgehead.Features.Manual;

/// <summary>What the manual holds.</summary>
[Authorize(Permission.SignedIn)]
public sealed class IndexPage(ManualText manual) : Screen
{
    /// <summary>The chapters with their parts.</summary>
    public IReadOnlyList<(Chapter Chapter, ChapterText Text)> Chapters { get; } = [.. Chapter.All.Select(c => (c, manual.Of(c)))];
}
