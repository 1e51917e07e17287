namespace Bridgehead;

/// <summary>Registers the checks.</summary>
public static class Checks
{
    /// <summary>Adds a check of a capability's own books.</summary>
    public static IServiceCollection AddCheck(
        this IServiceCollection services, string name, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<FormattableString>>> run) =>
        services.AddSingleton(new Check(name, run));

    /// <summary>Adds the checks of the foundation: the trail, the database itself, the search index.</summary>
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddSingleton<OneState>().AddScoped<RunChecks>().AddScoped<ReadTrail>().AddScoped<VerifyTrail>().AddScoped<ExportTrail>()
        .AddScoped<VerifyDatabase>().AddScoped<VerifySearch>().AddScoped<MakeBackup>()
        .AddCheck("审计链", async (with, cancel) => (await with.GetRequiredService<VerifyTrail>().Run(cancel)).Findings)
        .AddCheck("数据库", (with, cancel) => with.GetRequiredService<VerifyDatabase>().Run(cancel))
        .AddCheck("检索索引", (with, cancel) => with.GetRequiredService<VerifySearch>().Run(cancel));
}
