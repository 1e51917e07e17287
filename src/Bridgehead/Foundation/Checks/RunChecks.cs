namespace Bridgehead;

/// <summary>What a check found.</summary>
/// <param name="Name">What was proved.</param>
/// <param name="Findings">What is wrong.</param>
public sealed record CheckResult(string Name, IReadOnlyList<FormattableString> Findings);

/// <summary>Runs every check of the installation, in the order they were registered, each on one state of the database.</summary>
public sealed class RunChecks(IEnumerable<Check> checks, IServiceProvider services, BridgeheadDb db)
{
    /// <summary>What each check found.</summary>
    public async Task<IReadOnlyList<CheckResult>> Run(CancellationToken cancel = default)
    {
        var results = new List<CheckResult>();
        foreach (var check in checks)
        {
            await using var held = await OneState.Hold(db, cancel);
            results.Add(new CheckResult(check.Name, await check.Run(services, cancel)));
        }
        return results;
    }
}
