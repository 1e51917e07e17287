using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>An enterprise as the API shows it; the capital in whole units of its currency.</summary>
public sealed record EnterpriseView(
    Guid Id, string Name, string? CreditCode, string? EnglishName, string? OtherNames, string? LegalRepresentative, string? Kind, string? Standing, decimal? Capital, string? CapitalCurrency,
    DateOnly? RegisteredOn, string? Industry, string? Region, string? Address, string? Phone, string? Business, long Version)
{
    /// <summary>Shows an enterprise.</summary>
    public static EnterpriseView Of(Enterprise e) => new(
        e.Id, e.Name, e.CreditCode?.Value, e.EnglishName, e.OtherNames, e.LegalRepresentative, e.Kind, e.Standing, e.CapitalMinor / 100m, e.CapitalCurrency, e.RegisteredOn, e.Industry,
        e.Region, e.Address, e.Phone, e.Business, e.Version);
}

/// <summary>The register of enterprises.</summary>
public static class EnterprisesModule
{
    /// <summary>Registers the capability.</summary>
    public static IServiceCollection AddEnterprises(this IServiceCollection services) => services.AddScoped<ListEnterprises>();

    /// <summary>The addresses its pages have besides their own.</summary>
    public static void Routes(PageConventionCollection pages) => pages.AddPageRoute("/Enterprises/Edit", "/enterprises/{id:guid}");

    /// <summary>Maps its endpoints: /api/enterprises.</summary>
    public static void MapEnterprises(this IEndpointRouteBuilder api)
    {
        var enterprises = api.MapGroup("/enterprises").WithTags("enterprises");
        enterprises.MapGet("", async (string? q, string? after, int? limit, ListEnterprises list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(q, after, Math.Clamp(limit ?? 50, 1, 200), cancel);
            return new { Items = rows.Select(r => new { r.Id, r.Name, CreditCode = r.CreditCode?.Value, r.Industry, r.Region }), Next = next };
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.list");
        enterprises.MapGet("/{id:guid}", async (Guid id, ListEnterprises list, HttpContext http) =>
        {
            if (await list.Visible().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, http.RequestAborted) is not { } enterprise) return ApiProblem.NotThere(http);
            VersionTag.Show(http, enterprise.Version);
            return Results.Ok(EnterpriseView.Of(enterprise));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.get").Produces<EnterpriseView>();
        enterprises.MapPost("", async (EnterpriseInput input, BridgeheadDb db, UnitOfWork work, CancellationToken cancel) =>
        {
            var enterprise = new Enterprise(input.Name, input.Facts());
            db.Add(enterprise);
            work.Subject = enterprise.Id;
            await db.SaveChangesAsync(cancel);
            return Written.Created($"/api/enterprises/{enterprise.Id}", EnterpriseView.Of(enterprise), enterprise.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.register").Produces<EnterpriseView>(StatusCodes.Status201Created);
        enterprises.MapPut("/{id:guid}", async (Guid id, EnterpriseInput input, ListEnterprises list, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await list.Visible().FirstOrDefaultAsync(e => e.Id == id, http.RequestAborted) is not { } enterprise) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(enterprise, VersionTag.Expected(http));
            enterprise.Change(input.Name, input.Facts());
            await db.SaveChangesAsync(http.RequestAborted);
            return Written.Changed(EnterpriseView.Of(enterprise), enterprise.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.change").Produces<EnterpriseView>();
    }
}
