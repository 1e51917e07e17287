using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects.Views;

/// <summary>A row of the list as the API shows it. Amounts in yuan.</summary>
public sealed record ProjectRowView(
    Guid Id, string Number, string Name, string Stage, Guid UnitId, Guid? ParkId, string? Investor, string? Origin, string? Branch, string? Industry, decimal? AmountYuan,
    DateOnly? SignedOn, DateOnly? StartedOn, DateOnly? ProducedOn, DateOnly LastProgressOn, string Health, long Version);

/// <summary>A group of the list as the API shows it.</summary>
public sealed record ProjectGroupView(string Key, string Name, long Count, decimal AmountYuan);

/// <summary>What a list comes to: how many, how much, and by group.</summary>
public sealed record ProjectTotalsView(long Count, decimal AmountYuan, string By, IReadOnlyList<ProjectGroupView> Groups);

/// <summary>REST: /api/projects and /api/projects/totals, under the filter of the pages.</summary>
internal static class ListApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("projects");
        projects.MapGet("", AtStart.Made(async ([AsParameters] ProjectListQuery query, ListProjects list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query.Query(), Listed.Size(query.Limit), cancel);
            return new Listed<ProjectRowView>([.. rows.Select(View)], next);
        })).RequireAuthorization(Permission.ReadProjects).WithName("projects.list")
            .Says("列出项目", "按条件筛选、排序，按游标翻页；sort 为 progress、amount、stage、signed、started、produced 或 number，加 -up 为升序；没有该日期的排在最后");
        projects.MapGet("/totals", AtStart.Made(async ([AsParameters] ProjectTotalsQuery query, ListProjects list, ScopedUnits scope, Words words, CancellationToken cancel) =>
        {
            var (asked, by) = (query.Query(), query.By ?? "unit");
            Refusal.Unless(ProjectGroup.All.Contains(by), $"不能按“{by}”分组，可用：unit、stage、branch、origin、year", nameof(query.By));
            var units = await scope.All(cancel);
            var groups = await list.Groups(asked, by, cancel);
            return new ProjectTotalsView(groups.Sum(g => g.Count), groups.Sum(g => g.Sum.Yuan), by, [.. groups.Select(g => new ProjectGroupView(g.Key, g.Name(words, units), g.Count, g.Sum.Yuan))]);
        })).RequireAuthorization(Permission.ReadProjects).WithName("projects.totals").Says("项目个数与协议投资额合计", "与清单同样的条件，按 by 分组");
    }

    private static ProjectRowView View(ProjectRow r) => new(
        r.Id, r.Number, r.Name, r.Stage.Code, r.UnitId, r.ParkId, r.Investor, r.Origin?.ToString(), r.Branch?.ToString(), r.Industry, r.AmountFen == 0 ? null : r.Amount.Yuan,
        r.SignedOn, r.StartedOn, r.ProducedOn, r.LastProgressOn, r.Health.ToString(), r.Version);
}

/// <summary>The filter as the API takes it.</summary>
internal class ProjectFilterQuery
{
    [MaxLength(60)] public string? Q { get; set; }
    [MaxLength(200)] public string? Stage { get; set; }
    public Health? Health { get; set; }
    [MaxLength(10)] public string? Mark { get; set; }
    [MaxLength(40)] public string? Unit { get; set; }
    [MaxLength(40)] public string? Owner { get; set; }
    [MaxLength(40)] public string? Park { get; set; }
    public Origin? Origin { get; set; }
    public Branch? Branch { get; set; }
    [MaxLength(60)] public string? Industry { get; set; }
    public Guid? Investor { get; set; }
    [Range(0d, 100000d)] public decimal? AtLeast { get; set; }
    [Range(0d, 100000d)] public decimal? AtMost { get; set; }
    [Range(1990, 2100)] public int? Year { get; set; }
    public DateOnly? SignedFrom { get; set; }
    public DateOnly? SignedTo { get; set; }
    public DateOnly? StartedFrom { get; set; }
    public DateOnly? StartedTo { get; set; }
    public DateOnly? ProducedFrom { get; set; }
    public DateOnly? ProducedTo { get; set; }
    public bool? Overdue { get; set; }

    public virtual ProjectQuery Query() => new()
    {
        Q = Q, Stage = Stage, Health = Health, Mark = Mark, Unit = Unit, Owner = Owner, Park = Park, Origin = Origin, Branch = Branch, Industry = Industry, Investor = Investor, AtLeast = AtLeast, AtMost = AtMost, Year = Year,
        SignedFrom = SignedFrom, SignedTo = SignedTo, StartedFrom = StartedFrom, StartedTo = StartedTo, ProducedFrom = ProducedFrom, ProducedTo = ProducedTo, Overdue = Overdue,
    };
}

/// <summary>A page of the list.</summary>
internal sealed class ProjectListQuery : ProjectFilterQuery
{
    [MaxLength(20)] public string? Sort { get; set; }
    [MaxLength(120)] public string? After { get; set; }
    public int? Limit { get; set; }

    public override ProjectQuery Query()
    {
        var query = base.Query();
        (query.Sort, query.After) = (Sort, After);
        return query;
    }
}

/// <summary>The sums of the list.</summary>
internal sealed class ProjectTotalsQuery : ProjectFilterQuery
{
    [MaxLength(20)] public string? By { get; set; }
}
