using Bridgehead.Features.Access;

namespace Bridgehead.Features.Admission;

/// <summary>The admission review before signing: opinions, scores, vetoes, deciding bodies, and the compliance reviews of the agreement.</summary>
public static class AdmissionModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddAdmission(this IServiceCollection services) => services
        .AddScoped<FindReviews>().AddScoped<ConductReview>().AddScoped<ListReviews>().AddScoped<DefineSheet>().AddScoped<CheckCompliance>()
        .AddAttachmentOwner(ShowPage.FileKind, (with, id, cancel) => May(with, Permission.ReadProjects, id, false, cancel), (with, id, cancel) => May(with, Permission.WriteReviews, id, true, cancel));

    /// <summary>Maps its endpoints.</summary>
    public static void MapAdmission(this IEndpointRouteBuilder api) => AdmissionApi.Map(api);

    // a concluded review takes no more files and gives none up
    private static async Task<bool> May(IServiceProvider with, string permission, Guid id, bool open, CancellationToken cancel) =>
        with.GetRequiredService<Asker>().May(permission) && await with.GetRequiredService<FindReviews>().Review(id, cancel) is { } review && (!open || review.Conclusion is null);
}
