using System.Globalization;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Audit;

/// <summary>The audit trail for those who read it: list, entry, state of the chain, export.</summary>
public static class AuditModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddScoped<ListTrail>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapAudit(this IEndpointRouteBuilder api) => AuditApi.Map(api);

    /// <summary>Maps its file: the whole trail as JSON lines with its head, itself entered in the trail.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => site.MapGet("/audit/export", async (
        ExportTrail export, ScopedUnits scope, UnitOfWork work, TimeProvider clock, HttpContext http) =>
    {
        if (!await scope.IsWholeCity(http.RequestAborted)) return Results.NotFound();
        await work.Commit("audit.export", cancel: http.RequestAborted);
        var day = clock.GetUtcNow().AddHours(8).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        return Results.Stream(to => export.Run(to, http.RequestAborted), "application/jsonl", $"trail-{day}.jsonl");
    }).RequireAuthorization(Permission.ReadTrail).WithName("audit.export").ExcludeFromDescription();
}
