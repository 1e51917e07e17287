using Bridgehead.Features.Access;

namespace Bridgehead.Features.Views;

/// <summary>A saved view as the API shows it.</summary>
public sealed record SavedViewView(Guid Id, string Name, ViewKind Kind, string Query, ViewShare Share, bool Own, string OwnerName, string Address, long Version);

/// <summary>REST: /api/views.</summary>
internal static class ViewsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/views").WithTags("views");
        views.MapGet("", async (string? after, int? limit, KeepViews keep, CancellationToken cancel) =>
            Listed.Page((await keep.All(cancel)).Select(v => View(v, keep)), v => v.Id.ToString(), after, limit))
            .RequireAuthorization(Permission.ReadProjects).WithName("views.list").Says("列出保存的视图", "自己的、本单位共享的和共享给所有人的");
        views.MapGet("/{id:guid}", async (Guid id, KeepViews keep, HttpContext http) =>
        {
            if (await keep.Find(id, http.RequestAborted) is not { } view) return ApiProblem.NotThere(http);
            VersionTag.Show(http, view.Version);
            return Results.Ok(View(view, keep));
        }).RequireAuthorization(Permission.ReadProjects).WithName("views.get").Says("读取一个视图").Produces<SavedViewView>();
        views.MapPost("", async (SavedViewInput input, KeepViews keep, CancellationToken cancel) =>
        {
            var view = await keep.Save(input, cancel);
            return Written.Created($"/api/views/{view.Id}", View(view, keep), view.Version);
        }).RequireAuthorization(Permission.ReadProjects).WithName("views.save").Says("保存视图", "query 为网址中的条件；共享给所有人须有相应权限").Produces<SavedViewView>(StatusCodes.Status201Created);
        views.MapPut("/{id:guid}", async (Guid id, SavedViewInput input, KeepViews keep, HttpContext http) =>
        {
            if (await keep.Find(id, http.RequestAborted) is not { } view) return (object)ApiProblem.NotThere(http);
            await keep.Change(view, input, VersionTag.Expected(http), http.RequestAborted);
            return Written.Changed(View(view, keep), view.Version);
        }).RequireAuthorization(Permission.ReadProjects).WithName("views.change").WantsVersion().Says("修改视图", "只能由保存视图的本人修改").Produces<SavedViewView>();
        views.MapDelete("/{id:guid}", async (Guid id, KeepViews keep, HttpContext http) =>
        {
            if (await keep.Find(id, http.RequestAborted) is not { } view) return (object)ApiProblem.NotThere(http);
            await keep.Remove(view, VersionTag.Expected(http), http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.ReadProjects).WithName("views.remove").WantsVersion().Says("删除视图", "只能由保存视图的本人删除").Produces(StatusCodes.Status204NoContent);
    }

    private static SavedViewView View(SavedView v, KeepViews keep) => new(v.Id, v.Name, v.Kind, v.Query, v.Share, keep.IsOwn(v), v.OwnerName, v.Address, v.Version);
}
