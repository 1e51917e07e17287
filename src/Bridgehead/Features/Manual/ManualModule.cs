namespace Bridgehead.Features.Manual;

/// <summary>用户手册, read where the work is done: each page leads to the chapter that explains it.</summary>
public static class ManualModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddManual(this IServiceCollection services) => services.AddSingleton<ManualText>();
}
