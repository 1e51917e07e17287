using System.Globalization;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Agreements;

/// <summary>The list of promises as a workbook, streamed, as filtered; entered in the trail.</summary>
internal static class ExportPromises
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/agreements/promises/export", AtStart.Made(async (
        [AsParameters] PromiseQuery query, ListPromises list, AskCurves curves, ScopedUnits scope, Words words, UnitOfWork work, TimeProvider clock, HttpContext http) =>
    {
        var stop = http.RequestAborted;
        var units = (await scope.All(stop)).ToDictionary(u => u.Id, u => u.LabelIn(words));
        var rows = await list.All(query, stop);
        work.Reason = http.Request.QueryString.Value;
        await work.Commit("promises.export", cancel: stop);
        var name = words["承诺清单"] + clock.GetUtcNow().AddHours(8).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) + ".xlsx";
        http.Response.ContentType = TableWriter.XlsxType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"promises.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        await TableWriter.Xlsx(http.Response.BodyWriter.AsStream(), words["承诺清单"], Columns(words), Cells(rows, units, curves.Today, words), stop);
    })).RequireAuthorization(Permission.Export).WithName("promises.export").ExcludeFromDescription();

    private static TableColumn[] Columns(Words words) =>
    [
        new(words["编号"]), new(words["项目名称"], Width: 28), new(words["落地单位"]), new(words["承诺方"]), new(words["承诺类型"]), new(words["承诺值"], TableColumnKind.Number), new(words["计量单位"]),
        new(words["承诺期限"], TableColumnKind.Date), new(words["状态"]), new(words["已兑现数"], TableColumnKind.Number), new(words["兑现程度"], TableColumnKind.Percent), new(words["兑现日期"], TableColumnKind.Date), new(words["逾期天数"], TableColumnKind.Number),
    ];

    private static async IAsyncEnumerable<object?[]> Cells(IAsyncEnumerable<PromiseRow> rows, Dictionary<Guid, string> units, DateOnly today, Words words)
    {
        await foreach (var (promise, number, name, unit, park) in rows)
        {
            var (kind, state) = (PromiseKind.Of(promise.Kind), promise.StateOn(today));
            var isDay = kind.Measure == PromiseMeasure.Day;
            yield return
            [
                number, name, units.GetValueOrDefault(park ?? unit), words.Of(promise.Party), words[kind.Name], isDay ? null : kind.Write(promise.Target), kind.Unit.Length == 0 ? null : words[kind.Unit],
                promise.DueOn, state is { } now ? words.Of(now) : null, isDay || promise.Reached is not { } reached ? null : kind.Write(reached), promise.Percent, promise.MetOn,
                promise.DaysLate > 0 ? promise.DaysLate : state == PromiseState.Missed ? today.DayNumber - promise.DueOn.DayNumber : null,
            ];
        }
    }
}
