namespace Bridgehead.Features.Assessments;

/// <summary>Assessments by schemes: configuration in versions, frozen figures, visible arithmetic, publicity, appeals, scoring again.</summary>
public static class AssessmentsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddAssessments(this IServiceCollection services) => services
        .AddScoped<FindAssessments>().AddScoped<GatherNumbers>().AddScoped<RunAssessment>().AddScoped<HandleAppeals>().AddScoped<DefineScheme>()
        .AddCheck("考核结果与算式", (with, cancel) => VerifyAssessments.Run(with.GetRequiredService<BridgeheadDb>(), cancel));

    /// <summary>Maps its endpoints.</summary>
    public static void MapAssessments(this IEndpointRouteBuilder api) => AssessmentsApi.Map(api);

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => ExportResults.Map(site);
}
