using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>A point of the checklist with its newest result as the API shows it.</summary>
public sealed record CheckView(string Item, string Name, DiligenceResult Result, string? Evidence, DateOnly? On, DateOnly? ValidTo, string? Who);

/// <summary>A point of the checklist as the API shows it.</summary>
public sealed record CheckItemView(Guid Id, string Code, string Name, string EnglishName, string Hint, string EnglishHint, int ValidMonths, bool IsUsed, long Version)
{
    /// <summary>Shows a point.</summary>
    public static CheckItemView Of(CheckItem i) => new(i.Id, i.Code, i.Name, i.EnglishName, i.Hint, i.EnglishHint, i.ValidMonths, i.IsUsed, i.Version);
}

/// <summary>A contradiction as the API shows it.</summary>
public sealed record ContradictionView(Guid Id, Guid EnterpriseId, string? Enterprise, ContradictionRule Rule, string What, string WhatToDo, DateOnly FoundOn, bool IsOpen, string? Answer, string? AnsweredBy, DateOnly? AnsweredOn, long Version);

/// <summary>REST: the due diligence of enterprises.</summary>
internal static class DiligenceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var enterprises = api.MapGroup("/enterprises").WithTags("enterprises");
        enterprises.MapGet("/{id:guid}/checks", async (Guid id, ListEnterprises list, CheckEnterprise check, Words words, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null) return ApiProblem.NotThere(http);
            return Results.Ok(new Listed<CheckView>([.. (await check.Of(id, http.RequestAborted)).Select(r => new CheckView(r.Item.Code, r.Item.NameIn(words), r.Result, r.Newest?.Evidence, r.Newest?.On, r.Newest?.ValidTo, r.Newest?.Who))], null));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.checks").Says("读取企业尽调清单", "各项最近一次结果；过了有效期的为未核查").Produces<Listed<CheckView>>();
        enterprises.MapPost("/{id:guid}/checks", async (Guid id, CheckInput input, ListEnterprises list, CheckEnterprise check, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null) return (object)ApiProblem.NotThere(http);
            var done = await check.Record(id, input, http.RequestAborted);
            return new Written(StatusCodes.Status201Created, new CheckView(done.Item, done.Item, done.Result, done.Evidence, done.On, done.ValidTo, done.Who), $"/api/enterprises/{id}/checks");
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.check").Says("登记尽调结果", "每次登记都保留，最近一次为准").Produces<CheckView>(StatusCodes.Status201Created);
        var found = api.MapGroup("/contradictions").WithTags("enterprises");
        found.MapGet("", async ([AsParameters] ContradictionQuery query, ListContradictions list, Words words, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query.Rule, query.Answered == true, query.After, Listed.Size(query.Limit), cancel);
            return new Listed<ContradictionView>([.. rows.Select(r => new ContradictionView(r.Id, r.EnterpriseId, r.Enterprise, r.Rule, words.Say(Contradictions.Sentence(r.Rule, r.Details)), words[Contradictions.WhatToDo(r.Rule)], r.FoundOn, r.IsOpen, r.Answer, r.AnsweredBy, r.AnsweredOn, r.Version))], next);
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("contradictions.list").Says("列出企业信息中的矛盾", "最近发现的在前；answered 为 true 时列出已答复的");
        found.MapPost("/{contradiction:guid}/answer", async (Guid contradiction, AnswerInput input, ListEnterprises list, CheckEnterprise check, BridgeheadDb db, Words words, HttpContext http) =>
        {
            if (await db.Set<Contradiction>().FirstOrDefaultAsync(c => c.Id == contradiction && list.Visible().Any(e => e.Id == c.EnterpriseId), http.RequestAborted) is not { } one) return (object)ApiProblem.NotThere(http);
            db.ReadAt(one, VersionTag.Expected(http));
            await check.Answer(one, input.Answer, http.RequestAborted);
            return Written.Changed(new ContradictionView(one.Id, one.EnterpriseId, null, one.Rule, words.Say(Contradictions.Sentence(one.Rule, one.Details)), words[Contradictions.WhatToDo(one.Rule)], one.FoundOn, one.IsOpen, one.Answer, one.AnsweredBy, one.AnsweredOn, one.Version), one.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("contradictions.answer").WantsVersion().Says("答复一条矛盾", "写明为什么不是问题").Produces<ContradictionView>();
        MapItems(api.MapGroup("/check-items").WithTags("enterprises"));
    }

    private static void MapItems(RouteGroupBuilder items)
    {
        items.MapGet("", async (BridgeheadDb db, CancellationToken cancel) =>
            new Listed<CheckItemView>([.. (await db.Set<CheckItem>().AsNoTracking().OrderBy(i => i.Order).ThenBy(i => i.Code).ToListAsync(cancel)).Select(CheckItemView.Of)], null))
            .RequireAuthorization(Permission.ReadEnterprises).WithName("check-items.list").Says("列出尽调清单的项目");
        items.MapPut("/{item:guid}", async (Guid item, CheckItemInput input, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await db.Set<CheckItem>().FirstOrDefaultAsync(i => i.Id == item, http.RequestAborted) is not { } one) return (object)ApiProblem.NotThere(http);
            work.Subject = item;
            db.ReadAt(one, VersionTag.Expected(http));
            input.Describe(one);
            await db.SaveChangesAsync(http.RequestAborted);
            return Written.Changed(CheckItemView.Of(one), one.Version);
        }).RequireAuthorization(Permission.KeepClassKinds).WithName("check-items.change").WantsVersion().Says("修改尽调清单的一项").Produces<CheckItemView>();
    }

    /// <summary>The list's query as the API takes it.</summary>
    internal sealed class ContradictionQuery
    {
        public ContradictionRule? Rule { get; set; }
        public bool? Answered { get; set; }
        [MaxLength(80)] public string? After { get; set; }
        public int? Limit { get; set; }
    }
}
