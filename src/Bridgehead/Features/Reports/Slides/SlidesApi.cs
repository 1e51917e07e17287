using Bridgehead.Features.Access;

namespace Bridgehead.Features.Reports.Slides;

/// <summary>REST: /api/promotion-slides.</summary>
internal static class SlidesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var slides = api.MapGroup("/promotion-slides").WithTags("reports");
        slides.MapGet("", async ([AsParameters] SlidesQuery query, MakeSlides make, CancellationToken cancel) => DeckView.Of(await make.Run(query, cancel)))
            .RequireAuthorization(Permission.MakeReports).WithName("promotion-slides.get").Says("推介材料的内容", "不足3个项目的数不列，不写单个项目的金额").Produces<DeckView>();
        slides.MapGet("/file", async ([AsParameters] SlidesQuery query, MakeSlides make, UnitOfWork work, CancellationToken cancel) =>
        {
            var deck = await make.Run(query, cancel);
            work.Reason = deck.Title;
            await work.Commit("api.slides.file", cancel: cancel);
            return Results.File(SlidesFile.Write(deck), SlidesFile.ContentType, deck.Title + ".pptx");
        }).RequireAuthorization(Permission.MakeReports).WithName("promotion-slides.file").Says("取得推介材料的 PPT 文件", "记入审计轨迹").Produces<byte[]>(StatusCodes.Status200OK, SlidesFile.ContentType);
    }
}

/// <summary>Slides as plain values.</summary>
public sealed record DeckView(string Title, string Foot, IReadOnlyList<SlideView> Slides)
{
    /// <summary>Projects a deck.</summary>
    public static DeckView Of(Deck deck) => new(deck.Title, deck.Foot, [.. deck.Slides.Select(s => new SlideView(s.Title, s.Note, s.Speaker,
        [.. s.Figures.Select(f => $"{f.Label} {f.Value}"), .. s.Bars.Select(b => $"{b.Label} {b.Shown}"), .. s.Table.Select(row => string.Join('\t', row)), .. s.Lines]))]);
}

/// <summary>A slide: its title, the note below it, what its speaker has to know, and what it says line by line.</summary>
public sealed record SlideView(string Title, string? Note, string? Speaker, IReadOnlyList<string> Lines);

/// <summary>Promotion slides.</summary>
public static class SlidesModule
{
    /// <summary>Registers what makes them.</summary>
    public static IServiceCollection AddSlides(this IServiceCollection services) => services.AddScoped<MakeSlides>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapSlides(this IEndpointRouteBuilder api) => SlidesApi.Map(api);
}
