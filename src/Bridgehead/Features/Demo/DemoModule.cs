namespace Bridgehead.Features.Demo;

/// <summary>The fictional city people try the system with.</summary>
public static class DemoModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        foreach (var chapter in typeof(DemoModule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DemoChapter)))) services.AddScoped(typeof(DemoChapter), chapter);
        return services.AddScoped<FillDemoCity>().AddScoped<DemoProjects>().AddScoped<DemoFigures>();
    }
}
