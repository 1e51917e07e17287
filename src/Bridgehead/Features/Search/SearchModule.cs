using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Search;

/// <summary>What is searched for.</summary>
public sealed class SearchQuery
{
    /// <summary>Chinese, pinyin, initials, a code or part of a phone number.</summary>
    [Required, MaxLength(100)] public string? Q { get; set; }
    /// <summary>At most so many of a kind, 1 to 200.</summary>
    public int? Limit { get; set; }
}

/// <summary>A record that was found.</summary>
/// <param name="Kind">project, enterprise or unit.</param>
/// <param name="Id">Which.</param>
/// <param name="Title">Its name.</param>
public sealed record FoundView(string Kind, Guid Id, string Title);

/// <summary>Finding anything by a word.</summary>
public static class SearchModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddScoped<SearchIndex>().AddScoped<FindAnything>();

    /// <summary>Maps its endpoint: GET /api/search.</summary>
    public static void MapSearch(this IEndpointRouteBuilder api) => api
        .MapGet("/search", async ([AsParameters] SearchQuery query, FindAnything find, CancellationToken cancel) => new Listed<FoundView>(
            [.. (await find.Run(query.Q, Listed.Size(query.Limit ?? 20), cancel)).SelectMany(g => g.Found.Select(f => new FoundView(f.Kind, f.RecordId, f.Title)))], null))
        .RequireAuthorization(Permission.SignedIn).WithName("search.find").WithTags("search").Says("按词查找", "中文、拼音、首字母、编号、信用代码或电话；每类至多 limit 条，最贴近的在前，不翻页");
}
