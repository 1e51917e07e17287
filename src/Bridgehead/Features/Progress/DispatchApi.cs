using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Progress;

/// <summary>REST: /api/progress and /api/coverage.</summary>
internal static class DispatchApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var progress = api.MapGroup("/progress").WithTags("progress");
        progress.MapGet("/duties", async ([AsParameters] DutyQuery query, ListDuties list, TimeProvider clock, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query, cancel);
            return new Listed<DutyView>([.. rows.Select(r => new DutyView(r.ProjectId, r.Number, r.Name, r.UnitId, Stage.Of(r.StageOrder).Code, r.State(clock.Day()), r.DueOn, r.FiledOn, r.NoChange))], next);
        }).RequireAuthorization(Permission.ReadProjects).WithName("duties.list").Says("列出某月应报的月报", "按报送情况筛选：OnTime 按时、Late 迟报、Missing 未报、Open 未到期");
        progress.MapGet("/changes", async ([AsParameters] ChangesQuery query, ListChanges list, CancellationToken cancel) => ChangesView.Of(await list.Run(query, cancel)))
            .RequireAuthorization(Permission.ReadProjects).WithName("changes.since").Says("某日以来的变化", "阶段、金额、到资、节点、问题、月报；最多列200个项目，计数为全部");
        api.MapGroup("/coverage").WithTags("progress").MapGet("", async ([AsParameters] CoverageQuery query, ListCoverage list, TimeProvider clock, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query, cancel);
            return new Listed<CoverageView>([.. rows.Select(r => CoverageView.Of(r, clock.Day()))], next);
        }).RequireAuthorization(Permission.ReadProjects).WithName("coverage.list").Says("全覆盖摸清的矩阵", "等待最久的在前");
    }
}
