using Bridgehead.Features.Access;

namespace Bridgehead.Features.Reports.Briefs;

/// <summary>REST: /api/briefs, one page of a project, an enterprise, a unit or an industry chain.</summary>
internal static class BriefsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var briefs = api.MapGroup("/briefs").WithTags("reports");
        briefs.MapGet("", async ([AsParameters] BriefQuery query, MakeBrief make, HttpContext http) => await make.Run(query, http.RequestAborted) is { } brief ? Results.Ok(brief) : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.MakeReports).WithName("briefs.get").Says("一页简报的内容", "project、enterprise、unit、industry 选一，industry 可与 unit 同用；联系人按权限脱敏").Produces<Brief>();
        briefs.MapGet("/word", async ([AsParameters] BriefQuery query, MakeBrief make, FormOfCity forms, Words words, UnitOfWork work, HttpContext http) =>
        {
            if (await make.Run(query, http.RequestAborted) is not { } brief) return ApiProblem.NotThere(http);
            work.Subject = query.Project ?? query.Enterprise;
            work.Reason = brief.Title;
            await work.Commit("api.briefs.word", cancel: http.RequestAborted);
            return Results.File(BriefWord.Write(brief, await forms.Read(http.RequestAborted), words), WordDocument.ContentType, brief.Title + ".docx");
        }).RequireAuthorization(Permission.MakeReports).WithName("briefs.word").Says("取得一页简报的 Word 文件", "A4 一页；记入审计轨迹").Produces<byte[]>(StatusCodes.Status200OK, WordDocument.ContentType);
    }
}

/// <summary>The briefs.</summary>
public static class BriefsModule
{
    /// <summary>Registers what makes them.</summary>
    public static IServiceCollection AddBriefs(this IServiceCollection services) => services.AddScoped<BriefOfProject>().AddScoped<BriefOfEnterprise>().AddScoped<BriefOfUnit>().AddScoped<BriefOfIndustry>().AddScoped<NeedsAttention>().AddScoped<MakeBrief>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapBriefs(this IEndpointRouteBuilder api) => BriefsApi.Map(api);
}
