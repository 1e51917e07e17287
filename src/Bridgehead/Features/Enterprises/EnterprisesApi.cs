using Bridgehead.Features.Access;
using Bridgehead.Features.Duplicates;
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

/// <summary>A row of the list as the API shows it.</summary>
public sealed record EnterpriseRowView(Guid Id, string Name, string? CreditCode, string? Industry, string? Region);

/// <summary>REST: /api/enterprises.</summary>
internal static class EnterprisesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var enterprises = api.MapGroup("/enterprises").WithTags("enterprises");
        enterprises.MapGet("", async (string? q, string? after, int? limit, ListEnterprises list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(q, after, Listed.Size(limit), cancel);
            return new Listed<EnterpriseRowView>([.. rows.Select(r => new EnterpriseRowView(r.Id, r.Name, r.CreditCode?.Value, r.Industry, r.Region))], next);
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.list").Says("列出企业", "按名称排序");
        enterprises.MapGet("/{id:guid}", async (Guid id, ListEnterprises list, HttpContext http) =>
        {
            if (await list.Visible().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, http.RequestAborted) is not { } enterprise) return ApiProblem.NotThere(http);
            VersionTag.Show(http, enterprise.Version);
            return Results.Ok(EnterpriseView.Of(enterprise));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.get").Says("读取一家企业").Produces<EnterpriseView>();
        enterprises.MapPost("", async (EnterpriseInput input, BridgeheadDb db, GuardDuplicates guard, UnitOfWork work, CancellationToken cancel) =>
        {
            var typed = RecordFacts.Of(input.Name, input.Facts(), Guid.Empty);
            var found = await guard.Before(typed, input.AsNew, cancel);
            var enterprise = new Enterprise(input.Name, input.Facts());
            db.Add(enterprise);
            work.Subject = enterprise.Id;
            await db.SaveChangesAsync(cancel);
            await guard.After(found, typed with { Id = enterprise.Id }, input.AsNew, cancel);
            return Written.Created($"/api/enterprises/{enterprise.Id}", EnterpriseView.Of(enterprise), enterprise.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.register").Says("登记企业").Produces<EnterpriseView>(StatusCodes.Status201Created);
        enterprises.MapPut("/{id:guid}", async (Guid id, EnterpriseInput input, ListEnterprises list, BridgeheadDb db, GuardDuplicates guard, UnitOfWork work, HttpContext http) =>
        {
            if (await list.Visible().FirstOrDefaultAsync(e => e.Id == id, http.RequestAborted) is not { } enterprise) return (object)ApiProblem.NotThere(http);
            work.Subject = id;
            db.ReadAt(enterprise, VersionTag.Expected(http));
            var typed = RecordFacts.Of(input.Name, input.Facts(), id);
            var found = await guard.Before(typed, input.AsNew, http.RequestAborted);
            enterprise.Change(input.Name, input.Facts());
            await db.SaveChangesAsync(http.RequestAborted);
            await guard.After(found, typed, input.AsNew, http.RequestAborted);
            return Written.Changed(EnterpriseView.Of(enterprise), enterprise.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.change").WantsVersion().Says("修改企业", "正文为全部字段；未写的字段即清空").Produces<EnterpriseView>();
    }
}
