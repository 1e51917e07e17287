namespace Bridgehead.Features.Demo;

/// <summary>The fictional city people try the system with.</summary>
public static class DemoModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddScoped<FillDemoCity>().AddScoped<DemoProjects>().AddScoped<DemoFigures>();
}
