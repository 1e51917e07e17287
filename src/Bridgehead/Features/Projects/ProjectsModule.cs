using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Bridgehead.Features.Projects;

/// <summary>Projects from the first lead to full production.</summary>
public static class ProjectsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddProjects(this IServiceCollection services) => services.AddScoped<ProjectNumbers>().AddScoped<OpenProject>().AddScoped<ListProjects>();

    /// <summary>Maps its endpoints.</summary>
    public static IEndpointRouteBuilder MapProjects(this IEndpointRouteBuilder api)
    {
        ProjectsApi.Map(api);
        return api;
    }

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => ExportProjects.Map(site);

    /// <summary>The addresses its pages have besides their own.</summary>
    public static void Routes(PageConventionCollection pages) => pages.AddPageRoute("/Projects/Edit", "/projects/{id:guid}/edit");
}
