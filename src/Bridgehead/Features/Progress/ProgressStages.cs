using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Progress;

/// <summary>The stages this capability has to know apart, by their order in <see cref="Stage.All"/>; a test holds them to the list.</summary>
internal static class ProgressStages
{
    /// <summary>签约.</summary>
    public const int Signed = 4;
    /// <summary>前期.</summary>
    public const int Preparing = 6;
    /// <summary>开工.</summary>
    public const int Started = 7;
    /// <summary>投产.</summary>
    public const int Producing = 10;
    /// <summary>The first of the side states.</summary>
    public const int Side = Stage.SideOrder;
}
