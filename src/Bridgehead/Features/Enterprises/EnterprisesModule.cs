using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>The register of enterprises: who they are and from where that is known, who owns them, what they count as, whom to call, whether they are what they say.</summary>
public static class EnterprisesModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddEnterprises(this IServiceCollection services) => services
        .AddScoped<ListEnterprises>().AddScoped<KeepEnterprise>().AddScoped<FieldSources>().AddScoped<NameEnterprise>()
        .AddScoped<ReadOwnership>().AddScoped<HoldShares>().AddScoped<ProjectsOf>().AddScoped<ReadClasses>().AddScoped<ClassEnterprise>().AddScoped<KeepContacts>()
        .AddScoped<CheckEnterprise>().AddScoped<FindContradictions>().AddScoped<ListContradictions>().AddScoped<ReadHistory>()
        .AddAttachmentOwner("enterprise", (with, id, cancel) => May(with, Permission.ReadEnterprises, id, cancel), (with, id, cancel) => May(with, Permission.WriteEnterprises, id, cancel));

    /// <summary>The addresses its pages have besides their own.</summary>
    public static void Routes(PageConventionCollection pages)
    {
        pages.AddPageRoute("/Enterprises/Edit", "/enterprises/{id:guid}/edit");
        pages.AddPageRoute("/Enterprises/Owners/Owner", "/enterprises/{id:guid}/owners/{holding:guid}");
    }

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site)
    {
        ExportEnterprises.Map(site);
        Suggest.Map(site);
    }

    /// <summary>Maps its endpoints: /api/enterprises and what belongs to them.</summary>
    public static void MapEnterprises(this IEndpointRouteBuilder api)
    {
        EnterprisesApi.Map(api);
        OwnersApi.Map(api);
        ClassesApi.Map(api);
        ContactsApi.Map(api);
        DiligenceApi.Map(api);
    }

    private static async Task<bool> May(IServiceProvider with, string permission, Guid id, CancellationToken cancel) =>
        with.GetRequiredService<Asker>().May(permission) && await with.GetRequiredService<ListEnterprises>().Visible().AnyAsync(e => e.Id == id, cancel);
}
