using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;

namespace Bridgehead.Features.Targets;

/// <summary>A target as the API shows it; the values in <see cref="MeasureUnit"/>.</summary>
public sealed record TargetView(
    Guid Id, string Indicator, string Unit, Guid? PersonId, string? Person, int Year, Dimension Side, string Group, TargetSetter SetBy, decimal Value, decimal? Stretch, string MeasureUnit, string Source, bool Withdrawn, long Version)
{
    internal static TargetView Of(TargetRow row) => new(
        row.Target.Id, row.Indicator.Code, row.Unit.Code, row.Target.PersonId, row.Person, row.Target.Year, row.Target.Dimension, row.Target.Key, row.Target.SetBy,
        UnitOfMeasure.Write(row.Target.Value, row.Indicator.Display), row.Target.Stretch is { } stretch ? UnitOfMeasure.Write(stretch, row.Indicator.Display) : null,
        row.Indicator.Display, row.Target.Source, row.Target.Withdrawn, row.Target.Version);
}

/// <summary>One setting of a target; 0 withdrew it.</summary>
public sealed record TargetRevisionView(int Number, decimal Value, decimal? Stretch, string Source, string Reason, string By, DateTime At);

/// <summary>REST: /api/targets.</summary>
internal static class TargetsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var targets = api.MapGroup("/targets").WithTags("targets");
        targets.MapGet("", async ([AsParameters] TargetQuery query, ListTargets list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query, cancel);
            return new Listed<TargetView>([.. rows.Select(TargetView.Of)], next);
        }).RequireAuthorization(Permission.ReadFigures).WithName("targets.list").Says("列出年度目标");
        targets.MapGet("/{id:guid}", async (Guid id, ListTargets list, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Target.Version);
            return Results.Ok(TargetView.Of(found));
        }).RequireAuthorization(Permission.ReadFigures).WithName("targets.get").Says("读取一项目标").Produces<TargetView>();
        targets.MapGet("/{id:guid}/revisions", async (Guid id, ListTargets list, HttpContext http) => await list.Find(id, http.RequestAborted) is not { } found ? ApiProblem.NotThere(http)
                : Results.Ok(new Listed<TargetRevisionView>([.. (await list.Revisions(id, http.RequestAborted)).Select(r => Show(r, found.Indicator.Display))], null)))
            .RequireAuthorization(Permission.ReadFigures).WithName("targets.revisions").Says("列出一项目标的历次下达和调整", "value 为0表示撤销；过去某日的数据按当日有效的目标计算").Produces<Listed<TargetRevisionView>>();
        targets.MapPost("", async (TargetInput input, SetTarget set, ListTargets list, UnitOfWork work, CancellationToken cancel) =>
        {
            var target = await set.Add(input, cancel);
            work.Subject = target.Id;
            return Written.Created($"/api/targets/{target.Id}", TargetView.Of((await list.Find(target.Id, cancel))!), target.Version);
        }).RequireAuthorization(Permission.SetTargets).WithName("targets.set").Says("下达一项目标", "同一单位、人员、指标、年度、分组和下达方已有目标时拒绝，请改用修改；本单位的目标由上级下达").Produces<TargetView>(StatusCodes.Status201Created);
        targets.MapPut("/{id:guid}", Change<TargetChangeInput>((set, found, input, cancel) => set.Change(found.Target, found.Indicator, input, cancel)))
            .RequireAuthorization(Permission.SetTargets).WithName("targets.change").WantsVersion().Says("修改一项目标的数值", "须写明文号和理由；原值保留，今天起按新值计算").Produces<TargetView>();
        targets.MapPost("/{id:guid}/withdrawal", Change<TargetWithdrawalInput>((set, found, input, cancel) => set.Withdraw(found.Target, input, cancel)))
            .RequireAuthorization(Permission.SetTargets).WithName("targets.withdraw").WantsVersion().Says("撤销一项目标", "保留可查，不再参与计算").Produces<TargetView>();
    }

    private static Func<Guid, TInput, SetTarget, ListTargets, BridgeheadDb, UnitOfWork, HttpContext, Task<object>> Change<TInput>(Func<SetTarget, TargetRow, TInput, CancellationToken, Task> act) where TInput : class =>
        async (id, input, set, list, db, work, http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(found.Target, VersionTag.Expected(http));
            await act(set, found, input, http.RequestAborted);
            return Written.Changed(TargetView.Of(found), found.Target.Version);
        };

    private static TargetRevisionView Show(TargetRevision r, string display) =>
        new(r.Number, UnitOfMeasure.Write(r.Value, display), r.Stretch is { } stretch ? UnitOfMeasure.Write(stretch, display) : null, r.Document, r.Reason, r.By, r.At);
}
