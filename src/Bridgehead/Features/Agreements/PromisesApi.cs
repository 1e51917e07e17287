using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Agreements;

/// <summary>A reason, for a waiver asked for or a record taken back.</summary>
public sealed class WaiverInput
{
    /// <summary>Why.</summary>
    [Required(ErrorMessage = "请写明理由"), MaxLength(300)] public string Reason { get; set; } = "";
}

/// <summary>The decision on a waiver.</summary>
public sealed class WaiverDecisionInput
{
    /// <summary>Whether it is granted.</summary>
    [Required(ErrorMessage = "请选择同意或不同意")] public bool? Grant { get; set; }
}

/// <summary>REST: /api/promises.</summary>
internal static class PromisesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var promises = api.MapGroup("/promises").WithTags("promises");
        promises.MapGet("", AtStart.Made(async ([AsParameters] PromiseQuery query, ListPromises list, AskCurves curves, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query, cancel);
            return new Listed<StandingPromiseView>([.. rows.Select(r => StandingPromiseView.Of(r.Promise, curves.Today))], next);
        })).RequireAuthorization(Permission.ReadProjects).WithName("promises.list").Says("列出生效中的承诺", "按期限排列，按游标翻页；不写 state 时为到期和逾期的；写 years 时为签约满若干年时应兑现的");
        promises.MapGet("/kinds", (Words words) => new Listed<PromiseKindView>([.. PromiseKind.All.Select(k => new PromiseKindView(k.Code, words[k.Name], k.Party, k.Unit, k.Operator, k.Evidence, k.NeedsBasis))], null))
            .RequireAuthorization(Permission.ReadProjects).WithName("promises.kinds").Says("列出承诺类型");
        promises.MapGet("/{id:guid}", async (Guid id, FindAgreements find, AskCurves curves, HttpContext http) =>
        {
            if (await find.Standing(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Version);
            return Results.Ok(StandingPromiseView.Of(found, curves.Today));
        }).RequireAuthorization(Permission.ReadProjects).WithName("promises.get").Says("读取一条生效中的承诺").Produces<StandingPromiseView>();
        promises.MapGet("/{id:guid}/fulfilments", async (Guid id, FindAgreements find, BridgeheadDb db, HttpContext http) =>
        {
            if (await find.Standing(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            var records = await db.Set<Fulfilment>().AsNoTracking().Where(f => f.LineId == id).OrderBy(f => f.On).ThenBy(f => f.Id).ToListAsync(http.RequestAborted);
            return Results.Ok(new Listed<FulfilmentView>([.. records.Select(f => FulfilmentView.Of(f, found))], null));
        }).RequireAuthorization(Permission.ReadProjects).WithName("promises.fulfilments").Says("列出一条承诺的兑现记录", "已撤回的也在内").Produces<Listed<FulfilmentView>>();
        MapWrites(promises);
    }

    private static void MapWrites(RouteGroupBuilder promises)
    {
        promises.MapPost("/{id:guid}/fulfilments", async (Guid id, FulfilmentInput input, FindAgreements find, RecordFulfilment record, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Standing(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            var made = await record.Run(found, input, http.RequestAborted);
            return Written.Created($"/api/promises/{id}/fulfilments", FulfilmentView.Of(made, found), made.Version);
        }).RequireAuthorization(Permission.WriteAgreements).WithName("promises.fulfil").Says("登记兑现", "证明文件随后用 attachments 附上，kind 为 fulfilment").Produces<FulfilmentView>(StatusCodes.Status201Created);
        promises.MapPost("/{id:guid}/fulfilments/{fulfilment:guid}/withdrawal", async (Guid id, Guid fulfilment, WaiverInput input, FindAgreements find, RecordFulfilment record, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Standing(id, http.RequestAborted) is not { } promise || await record.Record(fulfilment, http.RequestAborted) is not { } found || found.LineId != id) return (object)ApiProblem.NotThere(http);
            (work.Subject, work.Reason) = (fulfilment, input.Reason);
            db.ReadAt(found, VersionTag.Expected(http));
            await record.Withdraw(promise, found, input.Reason, http.RequestAborted);
            return Written.Changed(FulfilmentView.Of(found, promise), found.Version);
        }).RequireAuthorization(Permission.WriteAgreements).WithName("promises.withdraw").WantsVersion().Says("撤回一条兑现记录", "记录留存，不再计入").Produces<FulfilmentView>();
        promises.MapPost("/{id:guid}/waiver", async (Guid id, WaiverInput input, FindAgreements find, RecordFulfilment record, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Standing(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            (work.Subject, work.Reason) = (id, input.Reason);
            db.ReadAt(found, VersionTag.Expected(http));
            await record.AskWaiver(found, input.Reason, http.RequestAborted);
            return Written.Changed(StandingPromiseView.Of(found, record.Today), found.Version);
        }).RequireAuthorization(Permission.WriteAgreements).WithName("promises.ask-waiver").WantsVersion().Says("申请豁免一条承诺").Produces<StandingPromiseView>();
        promises.MapPost("/{id:guid}/waiver/decision", async (Guid id, WaiverDecisionInput input, FindAgreements find, RecordFulfilment record, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Standing(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(found, VersionTag.Expected(http));
            await record.DecideWaiver(found, input.Grant == true, http.RequestAborted);
            return Written.Changed(StandingPromiseView.Of(found, record.Today), found.Version);
        }).RequireAuthorization(Permission.DecideWaivers).WithName("promises.decide-waiver").WantsVersion().Says("审定豁免申请", "须由申请人以外的人审定").Produces<StandingPromiseView>();
    }
}
