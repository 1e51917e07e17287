namespace Bridgehead;

/// <summary>One proof of the installation's books: what it is called, and what it finds wrong.</summary>
/// <param name="Name">What is proved, in Chinese; the English stands in the catalogue.</param>
/// <param name="Run">Looks; returns what is wrong in sentences, empty when all is well.</param>
public sealed record Check(string Name, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<FormattableString>>> Run);

/// <summary>What a check found.</summary>
/// <param name="Name">What was proved.</param>
/// <param name="Findings">What is wrong.</param>
public sealed record CheckResult(string Name, IReadOnlyList<FormattableString> Findings);

/// <summary>Runs every check of the installation, in the order they were registered.</summary>
public sealed class RunChecks(IEnumerable<Check> checks, IServiceProvider services)
{
    /// <summary>What each check found.</summary>
    public async Task<IReadOnlyList<CheckResult>> Run(CancellationToken cancel = default)
    {
        var results = new List<CheckResult>();
        foreach (var check in checks) results.Add(new CheckResult(check.Name, await check.Run(services, cancel)));
        return results;
    }
}

/// <summary>Registers the checks.</summary>
public static class Checks
{
    /// <summary>Adds a check of a capability's own books.</summary>
    public static IServiceCollection AddCheck(
        this IServiceCollection services, string name, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<FormattableString>>> run) =>
        services.AddSingleton(new Check(name, run));

    /// <summary>Adds the checks of the foundation: the trail, the database itself, the search index.</summary>
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddScoped<RunChecks>().AddScoped<ReadTrail>().AddScoped<VerifyTrail>().AddScoped<ExportTrail>()
        .AddScoped<VerifyDatabase>().AddScoped<VerifySearch>()
        .AddCheck("审计链", async (with, cancel) => (await with.GetRequiredService<VerifyTrail>().Run(cancel)).Findings)
        .AddCheck("数据库", (with, cancel) => with.GetRequiredService<VerifyDatabase>().Run(cancel))
        .AddCheck("检索索引", (with, cancel) => with.GetRequiredService<VerifySearch>().Run(cancel));
}
