using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Ledger;

/// <summary>Why an entry is taken back.</summary>
public sealed record ReversalInput([property: Required(ErrorMessage = "冲销必须写明理由"), MaxLength(200)] string Reason);

/// <summary>REST: /api/figures, /api/entries and /api/indicators.</summary>
internal static class LedgerApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/figures", async ([AsParameters] FigureInput input, AskFigure ask, Words words, CancellationToken cancel) => FigureDocument.Of(await ask.Run(input, cancel), words))
            .RequireAuthorization(Permission.ReadFigures).WithName("figures.answer").WithTags("figures")
            .Says("查询一个数据", "与命令行 figures --json 的内容相同。金额以 measureUnit 为单位，百分比四舍五入到两位；未知为 null");
        Entries(api.MapGroup("/entries").WithTags("entries"));
        Indicators(api.MapGroup("/indicators").WithTags("indicators"));
    }

    private static void Entries(RouteGroupBuilder entries)
    {
        entries.MapGet("", async ([AsParameters] EntryQuery query, ListEntries list, EntryNames names, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query, cancel);
            return new Listed<EntryView>(await names.Show(rows, cancel), next);
        }).RequireAuthorization(Permission.ReadFigures).WithName("entries.list").Says("列出数据分录", "按入账顺序；分录从不修改或删除，更正是一条相反的分录");
        entries.MapGet("/{sequence:long}", async (long sequence, ListEntries list, EntryNames names, HttpContext http) =>
            await list.Find(sequence, http.RequestAborted) is { } row ? Results.Ok((await names.Show([row], http.RequestAborted))[0]) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.ReadFigures).WithName("entries.get").Says("读取一条分录及其依据").Produces<EntryView>();
        entries.MapPost("/{sequence:long}/reversal", async (long sequence, ReversalInput input, ReverseEntry reverse, BridgeheadDb db, ListEntries list, EntryNames names, HttpContext http) =>
        {
            if (!await reverse.Run(sequence, input.Reason, http.RequestAborted)) return (object)ApiProblem.NotThere(http);
            var opposite = await db.Set<LedgerEntry>().Where(e => e.ReversesSequence == sequence).Select(e => e.Sequence).SingleAsync(http.RequestAborted);
            var shown = await names.Show([(await list.Find(opposite, http.RequestAborted))!], http.RequestAborted);
            return new Written(StatusCodes.Status201Created, shown[0], $"/api/entries/{opposite}");
        }).RequireAuthorization(Permission.RecordFigures).WithName("entries.reverse").Says("冲销一条分录", "回答新记的相反分录").Produces<EntryView>(StatusCodes.Status201Created);
    }

    private static void Indicators(RouteGroupBuilder indicators)
    {
        indicators.MapGet("", async (string? after, int? limit, BridgeheadDb db, CancellationToken cancel) => Listed.Page(
            (await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Order).ThenBy(i => i.Code).ThenBy(i => i.ScopeVersion).ToListAsync(cancel)).Select(IndicatorView.Of),
            i => $"{i.Code}@{i.ScopeVersion}", after, limit))
            .RequireAuthorization(Permission.ReadFigures).WithName("indicators.list").Says("列出指标的各个口径版本");
        indicators.MapGet("/{code}/{scopeVersion:int}", async (string code, int scopeVersion, BridgeheadDb db, HttpContext http) =>
        {
            if (await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Code == code && i.ScopeVersion == scopeVersion, http.RequestAborted) is not { } indicator) return ApiProblem.NotThere(http);
            VersionTag.Show(http, indicator.Version);
            return Results.Ok(IndicatorView.Of(indicator));
        }).RequireAuthorization(Permission.ReadFigures).WithName("indicators.get").Says("读取指标的一个口径版本").Produces<IndicatorView>();
        indicators.MapPost("", async (IndicatorInput input, DefineIndicator define, UnitOfWork work, CancellationToken cancel) =>
        {
            var indicator = await define.Run(input, cancel);
            work.Subject = indicator.Id;
            return Written.Created($"/api/indicators/{indicator.Code}/{indicator.ScopeVersion}", IndicatorView.Of(indicator), indicator.Version);
        }).RequireAuthorization(Permission.DefineIndicators).WithName("indicators.define").Says("新增指标，或已有指标的下一个口径版本").Produces<IndicatorView>(StatusCodes.Status201Created);
    }
}
