using System.Globalization;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Projects;

/// <summary>The list of projects as a workbook, streamed, as filtered and sorted; entered in the trail.</summary>
internal static class ExportProjects
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/projects/export", async (
        [AsParameters] ProjectsApi.ProjectListQuery query, ListProjects list, ScopedUnits scope, Words words, UnitOfWork work, TimeProvider clock, HttpContext http) =>
    {
        var stop = http.RequestAborted;
        var units = (await scope.All(stop)).ToDictionary(u => u.Id, u => u.Label);
        var rows = await list.All(query.Query(), stop);
        work.Reason = http.Request.QueryString.Value;
        await work.Commit("projects.export", cancel: stop);
        var name = words["项目"] + clock.GetUtcNow().AddHours(8).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) + ".xlsx";
        http.Response.ContentType = TableWriter.XlsxType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"projects.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        // closing a zip writes its directory without waiting, which the body itself refuses; its writer takes it
        await TableWriter.Xlsx(http.Response.BodyWriter.AsStream(), words["项目"], Columns(words), Cells(rows, units, words), stop);
    }).RequireAuthorization(Permission.Export).WithName("projects.export").ExcludeFromDescription();

    private static TableColumn[] Columns(Words words) =>
    [
        new(words["编号"]), new(words["项目名称"]), new(words["阶段"]), new(words["健康状况"]), new(words["投资方"]), new(words["资金来源"]), new(words["来源地"]), new(words["产业类别"]),
        new(words["协议投资额（万元）"], TableColumnKind.Number), new(words["签约日期"], TableColumnKind.Date), new(words["落地区县"]), new(words["园区"]), new(words["最近进展"], TableColumnKind.Date),
    ];

    private static async IAsyncEnumerable<object?[]> Cells(IAsyncEnumerable<ProjectRow> rows, Dictionary<Guid, string> units, Words words)
    {
        await foreach (var r in rows)
            yield return
            [
                r.Number, r.Name, words[r.Stage.Name], words.Of(r.Health), r.Investor, r.Origin is { } o ? words.Of(o) : null, r.OriginPlace, r.Branch is { } b ? words.Of(b) : null,
                r.AmountFen == 0 ? null : r.Amount.Wan, r.SignedOn, units.GetValueOrDefault(r.UnitId), r.ParkId is { } park ? units.GetValueOrDefault(park) : null, r.LastProgressOn,
            ];
    }
}
