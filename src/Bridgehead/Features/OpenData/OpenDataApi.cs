using System.Text;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.OpenData;

/// <summary>REST: /api/open-data. There is no public portal: also what is public is given to people who are signed in.</summary>
internal static class OpenDataApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var sets = api.MapGroup("/open-data").WithTags("open-data");
        sets.MapGet("", async ([FromQuery] bool? all, [FromQuery] string? after, [FromQuery] int? limit, PrepareDataset prepare, Asker asker, CancellationToken cancel) =>
        {
            var (rows, next) = await prepare.Page(all == true && asker.May(Permission.MakeReports), after, limit, cancel);
            return new Listed<DatasetView>([.. rows.Select(DatasetView.Of)], next);
        }).RequireAuthorization(Permission.SignedIn).WithName("open-data.list").Says("列出公开的数据集", "all=true 时列出数据范围内的全部，含待审查的").Produces<Listed<DatasetView>>();
        sets.MapGet("/{id:guid}", async (Guid id, PrepareDataset prepare, Asker asker, HttpContext http) =>
        {
            if (await Seen(id, prepare, asker, http) is not { } set) return ApiProblem.NotThere(http);
            VersionTag.Show(http, set.Version);
            return Results.Ok(DatasetView.Of(set));
        }).RequireAuthorization(Permission.SignedIn).WithName("open-data.get").Says("读取数据集的元数据", "字段、单位、时段、来源、许可、公开属性和依据").Produces<DatasetView>();
        sets.MapGet("/{id:guid}/csv", Give).RequireAuthorization(Permission.SignedIn).WithName("open-data.csv").Says("取得数据集的 CSV 文件", "与公开时一字不差").Produces<byte[]>(StatusCodes.Status200OK, "text/csv");
        sets.MapPost("", async (DatasetInput input, PrepareDataset prepare, UnitOfWork work, CancellationToken cancel) =>
        {
            var set = await prepare.Run(input, cancel);
            work.Subject = set.Id;
            return Written.Created($"/api/open-data/{set.Id}", DatasetView.Of(set), set.Version);
        }).RequireAuthorization(Permission.WriteReports).WithName("open-data.prepare").Says("编制数据集", "内容随即固定，待另一人审查").Produces<DatasetView>(StatusCodes.Status201Created);
        sets.MapPost("/{id:guid}/decision", async (Guid id, DatasetDecisionInput input, PrepareDataset prepare, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await prepare.Find(id, http.RequestAborted) is not { } set || !await prepare.IsOwn(set, http.RequestAborted)) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            await db.ReadAtOnce(set, VersionTag.Expected(http), http.RequestAborted);
            await prepare.Decide(set, input, http.RequestAborted);
            return Written.Changed(DatasetView.Of(set), set.Version);
        }).RequireAuthorization(Permission.ReviewReports).WithName("open-data.decide").WantsVersion().Says("审查数据集，或撤下已公开的", "编制人不能审查自己的").Produces<DatasetView>();
    }

    public static void MapFiles(IEndpointRouteBuilder site) => site.MapGet("/open/{id:guid}/csv", Give).RequireAuthorization(Permission.SignedIn).WithName("open-data.download").ExcludeFromDescription();

    /// <summary>A data set the asker may see: public, or prepared in the asker's scope and the asker makes reports.</summary>
    private static async Task<OpenDataset?> Seen(Guid id, PrepareDataset prepare, Asker asker, HttpContext http) =>
        await prepare.Find(id, http.RequestAborted) is { } set && (set.State == OpenState.Published || asker.May(Permission.MakeReports)) ? set : null;

    private static async Task<IResult> Give(Guid id, PrepareDataset prepare, Asker asker, UnitOfWork work, HttpContext http)
    {
        if (await Seen(id, prepare, asker, http) is not { } set) return http.Request.Path.StartsWithSegments("/api") ? ApiProblem.NotThere(http) : Results.NotFound();
        work.Subject = id;
        await work.Commit("open-data.csv", cancel: http.RequestAborted);
        return Results.File(Encoding.UTF8.GetBytes('\uFEFF' + set.Content), TableWriter.CsvType, set.Title + ".csv");
    }
}

/// <summary>A data set's metadata.</summary>
public sealed record DatasetView(
    Guid Id, string Title, OpenSubject Subject, string From, string To, Disclosure Attribute, string Basis, string Licence, string Source, IReadOnlyList<string> Columns, int Hidden, string Digest, OpenState State,
    string PreparedBy, DateTime PreparedAt, string? ReviewedBy, string? Opinion, DateTime? PublishedAt, long Version)
{
    /// <summary>Shows it.</summary>
    public static DatasetView Of(OpenDataset s) => new(
        s.Id, s.Title, s.Subject, Months.Text(s.FromMonth), Months.Text(s.ToMonth), s.Attribute, s.Basis, s.Licence, OpenDataset.Source, [.. s.Content.Split("\r\n")[0].Split(',')], s.Hidden, s.Digest, s.State,
        s.PreparedBy, s.PreparedAt, s.ReviewedBy, s.Opinion, s.PublishedAt, s.Version);
}

/// <summary>Data given out after a review.</summary>
public static class OpenDataModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddOpenData(this IServiceCollection services) => services.AddScoped<PrepareDataset>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapOpenData(this IEndpointRouteBuilder api) => OpenDataApi.Map(api);

    /// <summary>Maps its files.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => OpenDataApi.MapFiles(site);
}
