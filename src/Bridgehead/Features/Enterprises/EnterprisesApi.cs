using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>An enterprise as the API shows it; capital in whole units of its currency, telephone numbers masked for those who may not open them.</summary>
public sealed record EnterpriseView(
    Guid Id, string Name, string? CreditCode, string? EnglishName, string? OtherNames, string? LegalRepresentative, string? Kind, string? Standing, RegisterState State, decimal? Capital, decimal? PaidIn,
    string? CapitalCurrency, DateOnly? RegisteredOn, string? Industry, string? IndustryCode, string? Region, string? RegionCode, string? Address, string? Phone, string? Business, long Version)
{
    /// <summary>Shows an enterprise.</summary>
    public static EnterpriseView Of(Enterprise e, Asker asker) => new(
        e.Id, e.Name, e.CreditCode?.Value, e.EnglishName, e.OtherNames, e.LegalRepresentative, e.Kind, e.Standing, e.State, e.CapitalMinor / 100m, e.PaidInMinor / 100m, e.CapitalCurrency, e.RegisteredOn,
        e.Industry, e.IndustryCode, e.Region, e.RegionCode, e.Address, asker.May(Permission.OpenContacts) ? e.Phone : Masked.Phone(e.Phone), e.Business, e.Version);
}

/// <summary>A row of the list as the API shows it.</summary>
public sealed record EnterpriseRowView(Guid Id, string Name, string? CreditCode, RegisterState State, string? Industry, string? IndustryCode, string? Region, string? RegionCode, bool HasContradictions);

/// <summary>The source of one field as the API shows it.</summary>
public sealed record FieldSourceView(string Field, SourceKind SourceKind, string? SourceName, DateTime At);

/// <summary>Another name as the API shows it.</summary>
public sealed record OtherNameView(Guid Id, string Name, OtherNameKind NameKind, DateOnly? From, DateOnly? To, long Version)
{
    /// <summary>Shows a name.</summary>
    public static OtherNameView Of(OtherName n) => new(n.Id, n.Name, n.Kind, n.From, n.To, n.Version);
}

/// <summary>Something that happened as the API shows it.</summary>
public sealed record EventView(DateOnly On, EventKind EventKind, string What, string? Who, Guid? ProjectId);

/// <summary>REST: /api/enterprises.</summary>
internal static class EnterprisesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var enterprises = api.MapGroup("/enterprises").WithTags("enterprises");
        enterprises.MapGet("", async ([AsParameters] EnterpriseListQuery query, ListEnterprises list, CancellationToken cancel) =>
        {
            var (rows, next) = await list.Page(query.Query(), Listed.Size(query.Limit), cancel);
            return new Listed<EnterpriseRowView>([.. rows.Select(r => new EnterpriseRowView(r.Id, r.Name, r.CreditCode?.Value, r.State, r.Industry, r.IndustryCode, r.Region, r.RegionCode, r.HasContradictions))], next);
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.list").Says("列出企业", "按名称排序，可按有效资质、地区、登记状态、行业、是否有待答复的矛盾筛选");
        enterprises.MapGet("/{id:guid}", async (Guid id, ListEnterprises list, Asker asker, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } enterprise) return ApiProblem.NotThere(http);
            VersionTag.Show(http, enterprise.Version);
            return Results.Ok(EnterpriseView.Of(enterprise, asker));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.get").Says("读取一家企业").Produces<EnterpriseView>();
        enterprises.MapPost("", async (EnterpriseInput input, KeepEnterprise keep, GuardDuplicates guard, Asker asker, CancellationToken cancel) =>
        {
            var typed = input.Compared(null);
            var found = await guard.Before(typed, input.AsNew, cancel);
            var enterprise = await keep.Register(input, cancel);
            await guard.After(found, typed with { Id = enterprise.Id }, input.AsNew, cancel);
            return Written.Created($"/api/enterprises/{enterprise.Id}", EnterpriseView.Of(enterprise, asker), enterprise.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.register").Says("登记企业").Produces<EnterpriseView>(StatusCodes.Status201Created);
        enterprises.MapPut("/{id:guid}", async (Guid id, EnterpriseInput input, ListEnterprises list, KeepEnterprise keep, GuardDuplicates guard, BridgeheadDb db, Asker asker, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } enterprise) return (object)ApiProblem.NotThere(http);
            db.ReadAt(enterprise, VersionTag.Expected(http));
            var typed = input.Compared(enterprise);
            var found = await guard.Before(typed, input.AsNew, http.RequestAborted);
            await keep.Change(enterprise, input, http.RequestAborted);
            await guard.After(found, typed, input.AsNew, http.RequestAborted);
            return Written.Changed(EnterpriseView.Of(enterprise, asker), enterprise.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.change").WantsVersion().Says("修改企业", "正文为全部字段；未写的字段即清空；由部门共享的写明 source").Produces<EnterpriseView>();
        enterprises.MapGet("/{id:guid}/sources", async (Guid id, ListEnterprises list, FieldSources sources, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } enterprise) return ApiProblem.NotThere(http);
            return Results.Ok(new Listed<FieldSourceView>([.. (await sources.Of(enterprise, http.RequestAborted)).Select(s => new FieldSourceView(char.ToLowerInvariant(s.Key[0]) + s.Key[1..], s.Value.Kind, s.Value.Name, s.Value.At))], null));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.sources").Says("读取企业各项内容的来源", "一数一源：每项从何处、何时而来").Produces<Listed<FieldSourceView>>();
        enterprises.MapGet("/{id:guid}/history", async (Guid id, string? after, int? limit, ListEnterprises list, ReadHistory read, Words words, HttpContext http) =>
        {
            if (await Find(id, list, http) is null) return ApiProblem.NotThere(http);
            var (events, next) = await read.Page(id, after, Listed.Size(limit), http.RequestAborted);
            return Results.Ok(new Listed<EventView>([.. events.Select(e => new EventView(e.On, e.Kind, words.Say(e.Sentence), e.Who, e.Project))], next));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.history").Says("读取企业经过", "项目签约、阶段、数据分录、尽调、联系人与变更，新的在前；范围外的项目不列").Produces<Listed<EventView>>();
        MapNames(enterprises);
    }

    /// <summary>The enterprise of an address, within the asker's scope.</summary>
    internal static Task<Enterprise?> Find(Guid id, ListEnterprises list, HttpContext http)
    {
        http.RequestServices.GetRequiredService<UnitOfWork>().Subject = id;
        return list.Visible().FirstOrDefaultAsync(e => e.Id == id, http.RequestAborted);
    }

    private static void MapNames(RouteGroupBuilder enterprises)
    {
        enterprises.MapGet("/{id:guid}/names", async (Guid id, ListEnterprises list, BridgeheadDb db, HttpContext http) =>
        {
            if (await Find(id, list, http) is null) return ApiProblem.NotThere(http);
            var names = await db.Set<OtherName>().AsNoTracking().Where(n => n.EnterpriseId == id).OrderBy(n => n.Id).ToListAsync(http.RequestAborted);
            return Results.Ok(new Listed<OtherNameView>([.. names.Select(OtherNameView.Of)], null));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.names").Says("列出企业的其他名称", "曾用名、简称、品牌名；按任何一个都能检索到企业").Produces<Listed<OtherNameView>>();
        enterprises.MapPost("/{id:guid}/names", async (Guid id, OtherNameInput input, ListEnterprises list, NameEnterprise names, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } enterprise) return (object)ApiProblem.NotThere(http);
            var name = await names.Add(enterprise, input, http.RequestAborted);
            return Written.Created($"/api/enterprises/{id}/names/{name.Id}", OtherNameView.Of(name), name.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.name").Says("登记企业的一个其他名称").Produces<OtherNameView>(StatusCodes.Status201Created);
        enterprises.MapDelete("/{id:guid}/names/{name:guid}", async (Guid id, Guid name, ListEnterprises list, NameEnterprise names, BridgeheadDb db, HttpContext http) =>
        {
            if (await Find(id, list, http) is not { } enterprise || await db.Set<OtherName>().FirstOrDefaultAsync(n => n.Id == name && n.EnterpriseId == id, http.RequestAborted) is not { } one) return (object)ApiProblem.NotThere(http);
            db.ReadAt(one, VersionTag.Expected(http));
            await names.Remove(enterprise, one, http.RequestAborted);
            return Written.Gone();
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.unname").WantsVersion().Says("删去企业的一个其他名称").Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>The list's query as the API takes it.</summary>
    internal sealed class EnterpriseListQuery
    {
        [MaxLength(60)] public string? Q { get; set; }
        [MaxLength(40)] public string? Class { get; set; }
        [MaxLength(40)] public string? Region { get; set; }
        public RegisterState? State { get; set; }
        [MaxLength(60)] public string? Industry { get; set; }
        public bool? Contradictions { get; set; }
        [MaxLength(200)] public string? After { get; set; }
        public int? Limit { get; set; }

        public EnterpriseQuery Query() => new() { Q = Q, Class = Class, Region = Region, State = State, Industry = Industry, Contradictions = Contradictions == true, After = After };
    }
}
