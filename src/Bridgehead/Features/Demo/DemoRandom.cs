namespace Bridgehead.Features.Demo;

/// <summary>Numbers that look random and are the same for the same seed on every machine and runtime (SplitMix64).</summary>
internal sealed class DemoRandom(long seed)
{
    private ulong state = (ulong)seed * 0x9E3779B97F4A7C15UL + 0x1234567;

    /// <summary>A number from 0 up to but without <paramref name="limit"/>.</summary>
    public int Next(int limit) => (int)(Draw() % (ulong)limit);

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>True so often out of a hundred.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    private ulong Draw()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
