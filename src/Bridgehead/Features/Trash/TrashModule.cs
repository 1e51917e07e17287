using Bridgehead.Features.Access;

namespace Bridgehead.Features.Trash;

/// <summary>A record that came back from the trash.</summary>
public sealed record RestoredView(string Kind, Guid Id, long Version);

/// <summary>What was thrown away, and the way back.</summary>
public static class TrashModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddTrash(this IServiceCollection services) => services.AddScoped<KeepTrash>();

    /// <summary>Maps its endpoints: /api/trash.</summary>
    public static void MapTrash(this IEndpointRouteBuilder api)
    {
        var trash = api.MapGroup("/trash").WithTags("trash");
        trash.MapGet("", async (string? after, int? limit, KeepTrash keep, CancellationToken cancel) =>
        {
            var (rows, next) = await keep.Page(after, Listed.Size(limit), cancel);
            return new Listed<TrashedRow>(rows, next);
        }).RequireAuthorization(Permission.Restore).WithName("trash.list").Says("列出回收站中的记录", "最近移入的在前");
        trash.MapPost("/{kind}/{id:guid}/restore", async (string kind, Guid id, KeepTrash keep, HttpContext http) =>
            await keep.BringBack(kind, id, VersionTag.Expected(http), http.RequestAborted) is { } version ? (object)Written.Changed(new RestoredView(kind, id, version), version) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.Restore).WithName("trash.restore").WantsVersion().Says("恢复一条记录").Produces<RestoredView>();
    }
}
