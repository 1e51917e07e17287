using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Agreements;

/// <summary>The signing of a draft.</summary>
public sealed class SignatureInput
{
    /// <summary>The day it was signed.</summary>
    [Required(ErrorMessage = "请填写签订日期")] public DateOnly? SignedOn { get; set; }
}

/// <summary>The beginning of a supplementary agreement.</summary>
public sealed class SupplementInput
{
    /// <summary>Its number.</summary>
    [MaxLength(60)] public string? Number { get; set; }
}

/// <summary>REST: /api/projects/{id}/agreements and /api/agreements.</summary>
internal static class AgreementsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var agreements = api.MapGroup("").WithTags("agreements");
        agreements.MapGet("/projects/{id:guid}/agreements", async (Guid id, FindAgreements find, HttpContext http) =>
            await find.Project(id, http.RequestAborted) is null ? ApiProblem.NotThere(http)
                : Results.Ok(new Listed<AgreementRowView>([.. (await find.Of(id, http.RequestAborted)).Select(AgreementRowView.Of)], null)))
            .RequireAuthorization(Permission.ReadProjects).WithName("agreements.list").Says("列出项目的协议", "各份协议的各个版本全部列出，每份协议最新一版在前").Produces<Listed<AgreementRowView>>();
        agreements.MapPost("/projects/{id:guid}/agreements", async (Guid id, AgreementInput input, FindAgreements find, DraftAgreement draft, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Project(id, http.RequestAborted) is not { } project) return (object)ApiProblem.NotThere(http);
            var made = await draft.Open(project, input.Facts(), input.Template, http.RequestAborted);
            work.Subject = made.Id;
            return Written.Created($"/api/agreements/{made.Id}", await View(made, find, http), made.Version);
        }).RequireAuthorization(Permission.WriteAgreements).WithName("agreements.draft").Says("登记协议草稿", "template 为产业类别时带入一套常用承诺；补充协议用 supplement").Produces<AgreementView>(StatusCodes.Status201Created);
        agreements.MapGet("/agreements/curves", async ([AsParameters] CohortQuery query, AskCurves curves, CancellationToken cancel) => new Listed<CurveGroup>(await curves.Run(query, cancel), null))
            .RequireAuthorization(Permission.ReadProjects).WithName("agreements.curves").Says("按签约年限看存续率和兑现率", "第一组为全部，其后按 by 分组；比率为百分数，分母为0时为 null");
        agreements.MapGet("/agreements/{id:guid}", async (Guid id, FindAgreements find, HttpContext http) =>
        {
            if (await find.Agreement(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            VersionTag.Show(http, found.Version);
            return Results.Ok(await View(found, find, http));
        }).RequireAuthorization(Permission.ReadProjects).WithName("agreements.get").Says("读取一版协议及其承诺").Produces<AgreementView>();
        agreements.MapGet("/agreements/{id:guid}/difference", async (Guid id, FindAgreements find, HttpContext http) =>
        {
            if (await find.Agreement(id, http.RequestAborted) is not { } found) return ApiProblem.NotThere(http);
            var before = found.PreviousId is { } previous ? await find.Promises(previous, http.RequestAborted) : [];
            return Results.Ok(new Listed<PromiseDifferenceView>([.. AgreementDifference.Between(before, await find.Promises(id, http.RequestAborted)).Select(PromiseDifferenceView.Of)], null));
        }).RequireAuthorization(Permission.ReadProjects).WithName("agreements.difference").Says("逐条列出与上一版的差别", "没有上一版时，每条承诺都是新增").Produces<Listed<PromiseDifferenceView>>();
        MapWrites(agreements);
    }

    private static void MapWrites(RouteGroupBuilder agreements)
    {
        agreements.MapPut("/agreements/{id:guid}", async (Guid id, AgreementInput input, FindAgreements find, DraftAgreement draft, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Agreement(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(found, VersionTag.Expected(http));
            await draft.Change(found, input.Facts(), http.RequestAborted);
            return Written.Changed(await View(found, find, http), found.Version);
        }).RequireAuthorization(Permission.WriteAgreements).WithName("agreements.change").WantsVersion().Says("修改协议草稿", "已签订的一版不能修改").Produces<AgreementView>();
        agreements.MapDelete("/agreements/{id:guid}", async (Guid id, FindAgreements find, DraftAgreement draft, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Agreement(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(found, VersionTag.Expected(http));
            await draft.Discard(found, http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.WriteAgreements).WithName("agreements.discard").WantsVersion().Says("删除协议草稿").Produces(StatusCodes.Status204NoContent);
        agreements.MapPost("/agreements/{id:guid}/signature", async (Guid id, SignatureInput input, FindAgreements find, DraftAgreement draft, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Agreement(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(found, VersionTag.Expected(http));
            await draft.Sign(found, input.SignedOn!.Value, http.RequestAborted);
            return Written.Changed(await View(found, find, http), found.Version);
        }).RequireAuthorization(Permission.WriteAgreements).WithName("agreements.sign").WantsVersion().Says("签订协议", "签订后这一版不再变动，其承诺开始计时；框架协议的承诺不计时").Produces<AgreementView>();
        agreements.MapPost("/agreements/{id:guid}/supplement", async (Guid id, SupplementInput input, FindAgreements find, DraftAgreement draft, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Agreement(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            var next = await draft.Supplement(found, input.Number, http.RequestAborted);
            work.Subject = next.Id;
            return Written.Created($"/api/agreements/{next.Id}", await View(next, find, http), next.Version);
        }).RequireAuthorization(Permission.WriteAgreements).WithName("agreements.supplement").Says("订立补充协议草稿", "带入上一版的全部承诺，改好后签订即为新的一版").Produces<AgreementView>(StatusCodes.Status201Created);
        agreements.MapPost("/agreements/{id:guid}/promises", async (Guid id, PromiseInput input, FindAgreements find, EditPromises edit, UnitOfWork work, HttpContext http) =>
        {
            if (await find.Agreement(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            var promise = await edit.Add(found, input.Terms(), http.RequestAborted);
            work.Subject = promise.Id;
            return Written.Created($"/api/agreements/{id}", PromiseView.Of(promise), promise.Version);
        }).RequireAuthorization(Permission.WriteAgreements).WithName("agreements.add-promise").Says("给协议草稿增加承诺").Produces<PromiseView>(StatusCodes.Status201Created);
        agreements.MapPut("/agreements/{id:guid}/promises/{promise:guid}", async (Guid id, Guid promise, PromiseInput input, FindAgreements find, EditPromises edit, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await Promise(id, promise, find, http) is not var (agreement, found)) return (object)ApiProblem.NotThere(http);
            work.Subject = promise;
            db.ReadAt(found, VersionTag.Expected(http));
            await edit.Change(agreement, found, input.Terms(), http.RequestAborted);
            return Written.Changed(PromiseView.Of(found), found.Version);
        }).RequireAuthorization(Permission.WriteAgreements).WithName("agreements.change-promise").WantsVersion().Says("修改协议草稿中的承诺").Produces<PromiseView>();
        agreements.MapDelete("/agreements/{id:guid}/promises/{promise:guid}", async (Guid id, Guid promise, FindAgreements find, EditPromises edit, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await Promise(id, promise, find, http) is not var (agreement, found)) return (object)ApiProblem.NotThere(http);
            work.Subject = promise;
            db.ReadAt(found, VersionTag.Expected(http));
            await edit.Drop(agreement, found, http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.WriteAgreements).WithName("agreements.drop-promise").WantsVersion().Says("删去协议草稿中的承诺").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<AgreementView> View(Agreement agreement, FindAgreements find, HttpContext http) => AgreementView.Of(agreement, await find.Promises(agreement.Id, http.RequestAborted));

    private static async Task<(Agreement, Promise)?> Promise(Guid id, Guid promise, FindAgreements find, HttpContext http) =>
        await find.Agreement(id, http.RequestAborted) is { } agreement && (await find.Promises(id, http.RequestAborted)).FirstOrDefault(p => p.Id == promise) is { } found ? (agreement, found) : null;
}
