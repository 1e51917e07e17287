using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;

namespace Bridgehead.Features.Progress;

/// <summary>The matrix of looks as a workbook, streamed, as filtered; entered in the trail.</summary>
internal static class ExportCoverage
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/progress/coverage/export", async (
        [AsParameters] CoverageQuery query, ListCoverage list, ScopedUnits scope, Words words, UnitOfWork work, TimeProvider clock, HttpContext http) =>
    {
        var stop = http.RequestAborted;
        var units = (await scope.All(stop)).ToDictionary(u => u.Id, u => u.LabelIn(words));
        var rows = await list.All(query, stop);
        work.Reason = http.Request.QueryString.Value;
        await work.Commit("progress.coverage.export", cancel: stop);
        var name = words["全覆盖"] + clock.GetUtcNow().AddHours(8).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) + ".xlsx";
        http.Response.ContentType = TableWriter.XlsxType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"coverage.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        await TableWriter.Xlsx(http.Response.BodyWriter.AsStream(), words["全覆盖"], Columns(words), Cells(rows, units, words, clock.Day()), stop);
    }).RequireAuthorization(Permission.Export).WithName("progress.coverage.export").ExcludeFromDescription();

    private static TableColumn[] Columns(Words words) =>
    [
        new(words["编号"]), new(words["项目名称"], Width: 30), new(words["落地单位"]), new(words["阶段"]), new(words["签约日期"], TableColumnKind.Date), new(words["等待天数"], TableColumnKind.Number),
        .. Enum.GetValues<Side>().SelectMany(side => new TableColumn[] { new(words.Of(side), TableColumnKind.Date), new(words.Of(side) + " " + words["来源"]) }), new(words["说明"]),
    ];

    private static async IAsyncEnumerable<object?[]> Cells(IAsyncEnumerable<CoverageRow> rows, Dictionary<Guid, string> units, Words words, DateOnly today)
    {
        await foreach (var row in rows)
            yield return
            [
                row.Number, row.Name, units.GetValueOrDefault(row.UnitId), words[Stage.Of(row.StageOrder).Name], row.SignedOn, (decimal)row.Waiting(today),
                .. Enum.GetValues<Side>().SelectMany(side => row.Coverage?.Of(side) is { } look ? new object?[] { look.On, $"{words.Of(look.By)} {look.Who}".Trim() } : [null, Coverage.IsDue(side, row.StageOrder) ? words["从未摸清"] : words["无须摸清"]]),
                words["部门调度数据"],
            ];
    }
}
