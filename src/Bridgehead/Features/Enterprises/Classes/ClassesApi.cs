using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>A class of an enterprise as the API shows it.</summary>
public sealed record EnterpriseClassView(Guid Id, string Class, int ListYear, int? Rank, string IssuedBy, string? Document, DateOnly ValidFrom, DateOnly? ValidTo, string? Through, decimal? ThroughPercent, long Version)
{
    /// <summary>Shows a class.</summary>
    public static EnterpriseClassView Of(EnterpriseClass c, OwnershipNode? through = null, decimal? share = null) => new(c.Id, c.Kind, c.ListYear, c.Rank, c.IssuedBy, c.Document, c.ValidFrom, c.ValidTo, through?.Name, share, c.Version);
}

/// <summary>A kind of class with how many enterprises count in it today.</summary>
public sealed record ClassKindView(Guid Id, string Code, string Name, string EnglishName, string IssuedBy, int? ValidMonths, int? ParentShare, bool IsStateOwned, int? Own, int? ThroughParents, long Version)
{
    /// <summary>Shows a kind.</summary>
    public static ClassKindView Of(ClassKind k, ClassCount? count = null) => new(k.Id, k.Code, k.Name, k.EnglishName, k.IssuedBy, k.ValidMonths, k.ParentShare, k.IsStateOwned, count?.Own, count?.Through, k.Version);
}

/// <summary>The last day of a class.</summary>
public sealed record ClassEndInput([property: Required] DateOnly? On);

/// <summary>REST: the classes of enterprises, and their kinds.</summary>
internal static class ClassesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var enterprises = api.MapGroup("/enterprises").WithTags("enterprises");
        enterprises.MapGet("/{id:guid}/classes", async (Guid id, DateOnly? on, ListEnterprises list, ReadOwnership read, ReadClasses classes, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null) return ApiProblem.NotThere(http);
            var answers = await classes.Of(await read.Around(id, group: false, http.RequestAborted), id, on ?? classes.Today, http.RequestAborted);
            return Results.Ok(new Listed<EnterpriseClassView>([.. answers.Select(a => EnterpriseClassView.Of(a.Held, a.Through, a.Share))], null));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.classes").Says("列出企业在某日有效的资质", "自身持有的和经母公司计入的；经母公司的写明 through").Produces<Listed<EnterpriseClassView>>();
        enterprises.MapPost("/{id:guid}/classes", async (Guid id, ClassInput input, ListEnterprises list, ClassEnterprise keep, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null) return (object)ApiProblem.NotThere(http);
            var held = await keep.Run(id, input, http.RequestAborted);
            return Written.Created($"/api/enterprises/{id}/classes/{held.Id}", EnterpriseClassView.Of(held), held.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.class").Says("登记企业资质").Produces<EnterpriseClassView>(StatusCodes.Status201Created);
        enterprises.MapPost("/{id:guid}/classes/{held:guid}/end", async (Guid id, Guid held, ClassEndInput input, ListEnterprises list, ClassEnterprise keep, BridgeheadDb db, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null || await db.Set<EnterpriseClass>().FirstOrDefaultAsync(c => c.Id == held && c.EnterpriseId == id, http.RequestAborted) is not { } one) return (object)ApiProblem.NotThere(http);
            db.ReadAt(one, VersionTag.Expected(http));
            await keep.End(one, input.On!.Value, http.RequestAborted);
            return Written.Changed(EnterpriseClassView.Of(one), one.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.end-class").WantsVersion().Says("终止企业资质").Produces<EnterpriseClassView>();
        var kinds = api.MapGroup("/class-kinds").WithTags("enterprises");
        kinds.MapGet("", async (ReadClasses classes, CancellationToken cancel) =>
            new Listed<ClassKindView>([.. (await classes.Counts(classes.Today, cancel)).Select(c => ClassKindView.Of(c.Kind, c))], null))
            .RequireAuthorization(Permission.ReadEnterprises).WithName("class-kinds.list").Says("列出资质目录与今天的企业数");
        kinds.MapPut("/{kind:guid}", async (Guid kind, ClassKindInput input, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await db.Set<ClassKind>().FirstOrDefaultAsync(k => k.Id == kind, http.RequestAborted) is not { } one) return (object)ApiProblem.NotThere(http);
            work.Subject = kind;
            db.ReadAt(one, VersionTag.Expected(http));
            input.Describe(one);
            await db.SaveChangesAsync(http.RequestAborted);
            return Written.Changed(ClassKindView.Of(one), one.Version);
        }).RequireAuthorization(Permission.KeepClassKinds).WithName("class-kinds.change").WantsVersion().Says("修改资质口径", "有效月数与子公司计入的母公司持股比例").Produces<ClassKindView>();
    }
}
