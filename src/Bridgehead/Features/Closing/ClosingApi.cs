using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Closing;

/// <summary>Which closes are listed.</summary>
public sealed class CloseQuery
{
    /// <summary>The month the page begins before, as the list gave it.</summary>
    [MaxLength(10)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>REST: /api/closes.</summary>
internal static class ClosingApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var closes = api.MapGroup("/closes").WithTags("closes");
        closes.MapGet("", async ([AsParameters] CloseQuery query, CloseBooks books, CancellationToken cancel) =>
        {
            var (rows, next) = await books.Page(Months.TryRead(query.After, out var before) ? before : null, Listed.Size(query.Limit), cancel);
            return new Listed<CloseView>([.. rows.Select(CloseView.Of)], next is { } month ? Months.Text(month) : null);
        }).RequireAuthorization(Permission.ReadFigures).WithName("closes.list").Says("列出已关账的月份", "最近的在前");
        closes.MapGet("/next", async (string? month, CloseBooks books, CloseChecklist checklist, ReadClose read, Words words, HttpContext http) =>
        {
            var cancel = http.RequestAborted;
            if (!Months.TryRead(month, out var wanted)) wanted = await books.Next(cancel);
            return await read.Unit(null, cancel) is { } unit ? Results.Ok(ChecklistView.Of(await checklist.Run(wanted, unit, cancel), books.IsOver(wanted), words)) : ApiProblem.NotThere(http);
        }).RequireAuthorization(Permission.ReadFigures).WithName("closes.next").Says("关账前的检查清单", "不写月份即下一个应关账的月份；proved 为 null 表示分录较多，关账时再校验").Produces<ChecklistView>();
        closes.MapGet("/{month}", async (string month, ReadClose read, HttpContext http) =>
            Months.TryRead(month, out var wanted) && await read.Find(wanted, http.RequestAborted) is { } close ? Results.Ok(CloseView.Of(close)) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.ReadFigures).WithName("closes.get").Says("读取一次关账").Produces<CloseView>();
        closes.MapGet("/{month}/figures", async (string month, string? unit, ReadClose read, HttpContext http) =>
        {
            var cancel = http.RequestAborted;
            if (!Months.TryRead(month, out var wanted) || await read.Find(wanted, cancel) is not { } close || await read.Unit(unit, cancel) is not { } place) return ApiProblem.NotThere(http);
            return Results.Ok(new Listed<ClosedFigureView>([.. (await read.Figures(close, place, cancel)).Select(ClosedFigureView.Of)], null));
        }).RequireAuthorization(Permission.ReadFigures).WithName("closes.figures").Says("列出关账时公布的数据", "一个单位连同下级的合计，不写单位即权限内最上级单位；关账之后不再变化").Produces<Listed<ClosedFigureView>>();
        closes.MapPost("", async (CloseInput input, CloseBooks books, CancellationToken cancel) =>
        {
            var close = await books.Run(input, cancel);
            return new Written(StatusCodes.Status201Created, CloseView.Of(close), $"/api/closes/{Months.Text(close.Month)}");
        }).RequireAuthorization(Permission.CloseMonths).WithName("closes.close").Says("关账", "逐月进行，不能打开；须由市级主管部门的审核人员再次验证身份").Produces<CloseView>(StatusCodes.Status201Created);
    }
}
