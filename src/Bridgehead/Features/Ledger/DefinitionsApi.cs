using Bridgehead.Features.Access;

namespace Bridgehead.Features.Ledger;

/// <summary>REST: trying a definition, /api/fields and /api/official-figures.</summary>
internal static class DefinitionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/indicators/trial", async (IndicatorInput input, TryDefinition trial, CancellationToken cancel) => Written.Done(TrialView.Of(await trial.Run(input, cancel))))
            .RequireAuthorization(Permission.DefineIndicators).WithTags("indicators").WithName("indicators.try").Says("试算一个口径", "用本年已有分录计算新口径会得出多少，与现行数并列；不保存任何内容").Produces<TrialView>();
        var fields = api.MapGroup("/fields").WithTags("indicators");
        fields.MapGet("", async (string? after, int? limit, DefineField define, CancellationToken cancel) =>
            Listed.Page((await define.All(cancel)).Select(FieldView.Of), f => $"{f.Code}@{f.Number}", after, limit))
            .RequireAuthorization(Permission.ReadFigures).WithName("fields.list").Says("列出领域的各个版本", "领域是GB/T 4754行业代码的清单，可以交叉");
        fields.MapPost("", async (FieldInput input, DefineField define, UnitOfWork work, CancellationToken cancel) =>
        {
            var field = await define.Run(input, cancel);
            work.Subject = field.Id;
            return new Written(StatusCodes.Status201Created, FieldView.Of(field), "/api/fields");
        }).RequireAuthorization(Permission.DefineIndicators).WithName("fields.define").Says("新增领域，或已有领域的下一个版本").Produces<FieldView>(StatusCodes.Status201Created);
        var official = api.MapGroup("/official-figures").WithTags("figures");
        official.MapGet("", async ([AsParameters] OfficialQuery query, KeepOfficial keep, CancellationToken cancel) =>
        {
            var (rows, next) = await keep.Page(query, cancel);
            return new Listed<OfficialView>([.. rows.Select(OfficialView.Of)], next);
        }).RequireAuthorization(Permission.ReadFigures).WithName("official.list").Says("列出统计部门公布的数", "最近录入的在前，旁列台账数；只供对照，不参与任何合计");
        official.MapPost("", async (OfficialInput input, KeepOfficial keep, UnitOfWork work, CancellationToken cancel) =>
        {
            var row = await keep.Run(input, cancel);
            work.Subject = row.Figure.Id;
            return new Written(StatusCodes.Status201Created, OfficialView.Of(row), "/api/official-figures");
        }).RequireAuthorization(Permission.RecordFigures).WithName("official.keep").Says("录入统计部门公布的一个数", "同一指标、单位、期间后录入的为准，先录入的保留").Produces<OfficialView>(StatusCodes.Status201Created);
    }
}
