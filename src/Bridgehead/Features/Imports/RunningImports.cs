using System.Collections.Concurrent;

namespace Bridgehead.Features.Imports;

/// <summary>What this process works on at the moment: how far it is, and the way to stop it.</summary>
public sealed class RunningImports
{
    private readonly ConcurrentDictionary<Guid, (ImportProgress Progress, CancellationTokenSource Stop)> running = new();

    /// <summary>Who this process is, for as long as it lives.</summary>
    public string Process { get; } = $"{Environment.MachineName[..Math.Min(40, Environment.MachineName.Length)]}-{Guid.NewGuid():N}";

    /// <summary>How far the work on a check is; null when this process does not work on it.</summary>
    public ImportProgress? ProgressOf(Guid check) => running.TryGetValue(check, out var work) ? work.Progress : null;

    /// <summary>Stops the work on a check, when this process does it.</summary>
    public void Stop(Guid check)
    {
        if (running.TryGetValue(check, out var work)) work.Stop.Cancel();
    }

    internal void Begin(Guid check, ImportProgress progress, CancellationTokenSource stop) => running[check] = (progress, stop);

    internal void End(Guid check) => running.TryRemove(check, out _);
}
