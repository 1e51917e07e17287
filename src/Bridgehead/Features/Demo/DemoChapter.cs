using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Demo;

/// <summary>What one capability adds to the demo city once units and projects are there. Each kind is found by itself and run in order, deterministic for a seed.</summary>
public abstract class DemoChapter
{
    /// <summary>The first projects that get details, however large the city: a city of a million projects is for measuring lists and sums.</summary>
    public const int Detailed = 2_000;

    /// <summary>Its place among the chapters, lowest first.</summary>
    public abstract int Order { get; }

    /// <summary>Adds it.</summary>
    public abstract Task Run(DemoSize size, IReadOnlyList<Unit> units, DateOnly today, CancellationToken cancel);
}
