using Bridgehead.Features.Access;
using Bridgehead.Features.Projects.Stages;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>Projects from the first lead to full production.</summary>
public static class ProjectsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddProjects(this IServiceCollection services) => services.AddScoped<ProjectNumbers>().AddScoped<CountProject>().AddScoped<OpenProject>().AddScoped<WhoWrites>().AddScoped<ListProjects>().AddScoped<ProjectFinder>().AddScoped<FilterProjects>().AddScoped<Views.ProjectDates>().AddScoped<Views.ProjectHistory>()
        .AddScoped<StageRules>().AddScoped<MoveStage>().AddScoped<HandIn>().AddScoped<ScoreHealth>().AddScoped<Ledger.IFollowLedger>(with => with.GetRequiredService<ScoreHealth>()).AddScoped<ReadStanding>().AddScoped<ProposeStages>().AddScoped<PreviewStages>().AddScoped<ListRequests>().AddScoped<KeepCalendar>().AddScoped<WhoApproves>()
        .AddAttachmentOwner("project", (with, id, cancel) => May(with, Permission.ReadProjects, id, cancel), (with, id, cancel) => May(with, Permission.WriteProjects, id, cancel),
            (with, attachment, cancel) => with.GetRequiredService<HandIn>().RefuseTakingOff(attachment, cancel));

    /// <summary>Maps its endpoints.</summary>
    public static IEndpointRouteBuilder MapProjects(this IEndpointRouteBuilder api)
    {
        ProjectsApi.Map(api);
        Views.ListApi.Map(api);
        Views.HistoryApi.Map(api);
        StandingApi.Map(api);
        RequestsApi.Map(api);
        StagesApi.Map(api);
        return api;
    }

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site)
    {
        ExportProjects.Map(site);
        Views.MapOutline.Map(site);
    }

    private static async Task<bool> May(IServiceProvider with, string permission, Guid id, CancellationToken cancel) =>
        with.GetRequiredService<Asker>().May(permission) && await (await with.GetRequiredService<ListProjects>().Visible(cancel)).AnyAsync(p => p.Id == id, cancel);

    /// <summary>The addresses its pages have besides their own.</summary>
    public static void Routes(PageConventionCollection pages) => pages.AddPageRoute("/Projects/Edit", "/projects/{id:guid}/edit");
}
