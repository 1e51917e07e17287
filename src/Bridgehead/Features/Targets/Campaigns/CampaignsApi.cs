using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;

namespace Bridgehead.Features.Targets;

/// <summary>A campaign as the API shows it.</summary>
public sealed record CampaignView(Guid Id, string Name, string Unit, string FromMonth, string ToMonth, string Document, bool Ranked, CampaignState State, IReadOnlyList<string> Indicators, DateOnly? ConcludedAsOf, string? ConcludedBy, long Version)
{
    internal static CampaignView Of(Campaign c, Unit caller, DateOnly today) =>
        new(c.Id, c.Name, caller.Code, Months.Text(c.FromMonth), Months.Text(c.ToMonth), c.Document, c.Ranked, c.StateOn(today), c.Codes, c.ConcludedAsOf, c.ConcludedBy, c.Version);
}

/// <summary>A task of a campaign with what was reached, in <see cref="MeasureUnit"/>.</summary>
public sealed record CampaignTaskView(string Unit, string Indicator, decimal Task, decimal? Reached, decimal? Completion, int? Rank, string MeasureUnit);

/// <summary>A campaign as it stands on a day.</summary>
public sealed record CampaignStandingView(CampaignView Campaign, DateOnly AsOf, IReadOnlyList<CampaignTaskView> Tasks)
{
    internal static CampaignStandingView Of(CampaignStanding standing, DateOnly today) => new(CampaignView.Of(standing.Campaign, standing.Caller, today), standing.AsOf,
    [
        .. from unit in standing.Units
           from indicator in standing.Indicators
           let cell = standing.In(unit, indicator)
           where cell is not null
           select new CampaignTaskView(unit.Code, indicator.Code, UnitOfMeasure.Write(cell.Task, indicator.Display), cell.Reached is { } reached ? UnitOfMeasure.Write(reached, indicator.Display) : null,
               Ratio.Rounded(cell.Completion), standing.Rank(unit, indicator), indicator.Display),
    ]);
}

/// <summary>REST: /api/campaigns.</summary>
internal static class CampaignsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var campaigns = api.MapGroup("/campaigns").WithTags("targets");
        campaigns.MapGet("", async ([AsParameters] CampaignQuery query, FindCampaigns find, CancellationToken cancel) =>
        {
            var (rows, next) = await find.Page(query, cancel);
            return new Listed<CampaignView>([.. rows.Select(r => CampaignView.Of(r.Campaign, r.Caller, find.Today))], next);
        }).RequireAuthorization(Permission.ReadFigures).WithName("campaigns.list").Says("列出攻坚行动", "本单位发起的和上级发起的，最近的在前");
        campaigns.MapGet("/{id:guid}", async (Guid id, DateOnly? asOf, FindCampaigns find, HttpContext http) =>
        {
            if (await find.Find(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Version);
            return Results.Ok(CampaignStandingView.Of(await find.Standing(found, asOf, http.RequestAborted), find.Today));
        }).RequireAuthorization(Permission.ReadFigures).WithName("campaigns.get").Says("读取攻坚行动的任务和完成情况", "asOf 为截至某日的口径；已封存的为封存时的结果").Produces<CampaignStandingView>();
        campaigns.MapPost("", async (CampaignInput input, RunCampaign run, FindCampaigns find, UnitOfWork work, CancellationToken cancel) =>
        {
            var campaign = await run.Call(input, cancel);
            work.Subject = campaign.Id;
            return Written.Created($"/api/campaigns/{campaign.Id}", CampaignStandingView.Of(await find.Standing(campaign, null, cancel), find.Today), campaign.Version);
        }).RequireAuthorization(Permission.SetTargets).WithName("campaigns.call").Says("发起攻坚行动").Produces<CampaignStandingView>(StatusCodes.Status201Created);
        campaigns.MapPut("/{id:guid}", Change<CampaignInput>((run, standing, input, cancel) => run.Change(standing.Campaign, input, cancel)))
            .RequireAuthorization(Permission.SetTargets).WithName("campaigns.change").WantsVersion().Says("修改攻坚行动的名称、月份和文号", "发起单位和指标不变；封存后不能再改").Produces<CampaignStandingView>();
        campaigns.MapPut("/{id:guid}/tasks", Change<CampaignTasksInput>((run, standing, input, cancel) => run.Assign(standing, input, cancel)))
            .RequireAuthorization(Permission.SetTargets).WithName("campaigns.assign").WantsVersion().Says("下达攻坚任务", "cells 的键为“单位代码/指标代码”；没有写到的不变，写空的取消").Produces<CampaignStandingView>();
        campaigns.MapPost("/{id:guid}/conclusion", Change<CampaignConclusionInput>((run, standing, input, cancel) => run.Conclude(standing.Campaign, input, cancel)))
            .RequireAuthorization(Permission.SetTargets).WithName("campaigns.conclude").WantsVersion().Says("封存攻坚行动的结果", "封存后任务和结果都不再改变").Produces<CampaignStandingView>();
    }

    private static Func<Guid, TInput, RunCampaign, FindCampaigns, BridgeheadDb, UnitOfWork, HttpContext, Task<object>> Change<TInput>(Func<RunCampaign, CampaignStanding, TInput, CancellationToken, Task> act) where TInput : class =>
        async (id, input, run, find, db, work, http) =>
        {
            if (await find.Find(id, http.RequestAborted) is not { } found || !await find.MayRun(found, http.RequestAborted)) return ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(found, VersionTag.Expected(http));
            await act(run, await find.Standing(found, null, http.RequestAborted), input, http.RequestAborted);
            return Written.Changed(CampaignStandingView.Of(await find.Standing(found, null, http.RequestAborted), find.Today), found.Version);
        };
}
