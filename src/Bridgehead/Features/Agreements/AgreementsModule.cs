using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>What was agreed with investors, promise by promise, and what was kept of it.</summary>
public static class AgreementsModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddAgreements(this IServiceCollection services) => services
        .AddScoped<FindAgreements>().AddScoped<DraftAgreement>().AddScoped<EditPromises>().AddScoped<RecordFulfilment>().AddScoped<ListPromises>().AddScoped<AskCurves>().AddScoped<ListCohort>()
        .AddAttachmentOwner(ShowPage.FileKind, (with, id, cancel) => May(with, Permission.ReadProjects, id, cancel), (with, id, cancel) => May(with, Permission.WriteAgreements, id, cancel))
        .AddAttachmentOwner(StandingPage.FileKind, (with, id, cancel) => MayRecord(with, Permission.ReadProjects, id, cancel), (with, id, cancel) => MayRecord(with, Permission.WriteAgreements, id, cancel));

    /// <summary>Maps its endpoints.</summary>
    public static void MapAgreements(this IEndpointRouteBuilder api)
    {
        AgreementsApi.Map(api);
        PromisesApi.Map(api);
    }

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => ExportPromises.Map(site);

    private static async Task<bool> May(IServiceProvider with, string permission, Guid id, CancellationToken cancel) =>
        with.GetRequiredService<Asker>().May(permission) && await with.GetRequiredService<FindAgreements>().Agreement(id, cancel) is not null;

    private static async Task<bool> MayRecord(IServiceProvider with, string permission, Guid id, CancellationToken cancel)
    {
        if (!with.GetRequiredService<Asker>().May(permission)) return false;
        var line = await with.GetRequiredService<BridgeheadDb>().Set<Fulfilment>().Where(f => f.Id == id).Select(f => (Guid?)f.LineId).FirstOrDefaultAsync(cancel);
        return line is { } promise && await with.GetRequiredService<FindAgreements>().Standing(promise, cancel) is not null;
    }
}
