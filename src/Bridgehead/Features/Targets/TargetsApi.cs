using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;

namespace Bridgehead.Features.Targets;

/// <summary>A target as the API shows it; the value in <see cref="MeasureUnit"/>.</summary>
public sealed record TargetView(Guid Id, string Indicator, string Unit, int Year, Dimension Side, string Group, TargetSetter SetBy, decimal Value, string MeasureUnit, string Source, long Version);

/// <summary>Another amount for a target.</summary>
public sealed class TargetChangeInput
{
    /// <summary>How much, in the indicator's unit; above 0.</summary>
    [Required(ErrorMessage = "请填写目标数值")] public decimal? Value { get; set; }
    /// <summary>The document it comes from.</summary>
    [MaxLength(500)] public string? Source { get; set; }
}

/// <summary>REST: /api/targets.</summary>
internal static class TargetsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var targets = api.MapGroup("/targets").WithTags("targets");
        targets.MapGet("", async ([AsParameters] TargetQuery query, ListTargets list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query, cancel);
            return new Listed<TargetView>([.. rows.Select(Show)], next);
        }).RequireAuthorization(Permission.ReadFigures).WithName("targets.list").Says("列出年度目标");
        targets.MapGet("/{id:guid}", async (Guid id, ListTargets list, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Target.Version);
            return Results.Ok(Show(found));
        }).RequireAuthorization(Permission.ReadFigures).WithName("targets.get").Says("读取一项目标").Produces<TargetView>();
        targets.MapPost("", async (TargetInput input, SetTarget set, ListTargets list, UnitOfWork work, CancellationToken cancel) =>
        {
            var target = await set.Add(input, cancel);
            work.Subject = target.Id;
            return Written.Created($"/api/targets/{target.Id}", Show((await list.Find(target.Id, cancel))!), target.Version);
        }).RequireAuthorization(Permission.SetTargets).WithName("targets.set").Says("下达一项目标", "同一单位、指标、年度、分组和下达方已有目标时拒绝，请改用修改").Produces<TargetView>(StatusCodes.Status201Created);
        targets.MapPut("/{id:guid}", async (Guid id, TargetChangeInput input, SetTarget set, ListTargets list, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await list.Find(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(found.Target, VersionTag.Expected(http));
            await set.Change(found.Target, found.Indicator, input.Value ?? 0, input.Source, http.RequestAborted);
            return Written.Changed(Show(found), found.Target.Version);
        }).RequireAuthorization(Permission.SetTargets).WithName("targets.change").WantsVersion().Says("修改一项目标的数值").Produces<TargetView>();
    }

    private static TargetView Show(TargetRow row) => new(
        row.Target.Id, row.Indicator.Code, row.Unit.Code, row.Target.Year, row.Target.Dimension, row.Target.Key, row.Target.SetBy, UnitOfMeasure.Write(row.Target.Value, row.Indicator.Display),
        row.Indicator.Display, row.Target.Source, row.Target.Version);
}
