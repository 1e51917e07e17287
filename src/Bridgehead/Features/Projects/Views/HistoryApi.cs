using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Views;

/// <summary>A change of a project as the API shows it.</summary>
public sealed record HistoryView(long Sequence, DateTime At, string Who, string Unit, string Action, string? Reason, IReadOnlyList<FieldChange> Fields);

/// <summary>The field whose earlier value is put back.</summary>
public sealed record RestoreFieldInput([property: Required, MaxLength(40)] string Field);

/// <summary>REST: /api/projects/{id}/history.</summary>
internal static class HistoryApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("projects");
        projects.MapGet("/{id:guid}/history", async (Guid id, [MaxLength(40)] string? field, string? after, int? limit, ListProjects list, ProjectHistory history, HttpContext http) =>
        {
            if (!await (await list.Visible(http.RequestAborted)).AnyAsync(p => p.Id == id, http.RequestAborted)) return ApiProblem.NotThere(http);
            var (entries, next) = await history.Page(id, field, after, Listed.Size(limit), http.RequestAborted);
            return Results.Ok(new Listed<HistoryView>([.. entries.Select(e => new HistoryView(e.Sequence, e.At, e.Who, e.Unit, e.Action, e.Reason, e.Fields))], next));
        }).RequireAuthorization(Permission.ReadProjects).WithName("projects.history").Says("列出项目的变动", "每一项改前改后的内容，最近的在前；可只看一项").Produces<Listed<HistoryView>>();
        projects.MapPost("/{id:guid}/history/{sequence:long}/restore", async (Guid id, long sequence, RestoreFieldInput input, BridgeheadDb db, ListProjects list, ProjectHistory history, OpenProject open, UnitOfWork work, HttpContext http) =>
        {
            var cancel = http.RequestAborted;
            if (!await (await list.Visible(cancel)).AnyAsync(p => p.Id == id, cancel)) return (object)ApiProblem.NotThere(http);
            var project = await db.Set<Project>().FirstAsync(p => p.Id == id, cancel);
            work.Subject = id;
            var earlier = await history.Earlier(id, sequence, input.Field, cancel) ?? throw new Refusal($"这次变动没有改过“{input.Field}”，或者这一项不能恢复原值", nameof(input.Field));
            db.ReadAt(project, VersionTag.Expected(http));
            await open.Change(project, ProjectHistory.Restore(StatedFacts.Of(project), input.Field, earlier.Value), cancel);
            return Written.Changed(ProjectView.Of(project), project.Version);
        }).RequireAuthorization(Permission.WriteProjects).WithName("projects.restore-field").WantsVersion().Says("恢复一项的原值", "作为一次新的修改记入轨迹").Produces<ProjectView>();
    }
}
