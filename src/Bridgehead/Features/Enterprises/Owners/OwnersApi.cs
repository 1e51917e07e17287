using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>A share as the API shows it; capital in whole units of its currency.</summary>
public sealed record ShareholdingView(
    Guid Id, OwnerKind OwnerKind, string Owner, Guid? OwnerId, string? Country, decimal Percent, bool IsControlling, decimal? Subscribed, DateOnly? DueOn, decimal? Paid, DateOnly? PaidOn, string Currency,
    DateOnly? From, DateOnly? To, string? Source, long Version)
{
    /// <summary>Shows a share.</summary>
    public static ShareholdingView Of(Shareholding h) => new(h.Id, h.Kind, h.Owner, h.OwnerId, h.Country, h.Percent, h.IsControlling, h.SubscribedMinor / 100m, h.DueOn, h.PaidMinor / 100m, h.PaidOn, h.Currency, h.From, h.To, h.Source, h.Version);
}

/// <summary>Somebody's part of an enterprise, over all paths.</summary>
public sealed record IndirectShareView(string Owner, OwnerKind OwnerKind, Guid? OwnerId, string? Country, decimal Percent, bool IsUltimate);

/// <summary>An enterprise of a group.</summary>
public sealed record GroupFirmView(Guid Id, string Name);

/// <summary>The owners of an enterprise and its group as the API shows them.</summary>
public sealed record OwnershipView(string? UltimateInvestor, OwnerKind? UltimateKind, string? UltimateCountry, IReadOnlyList<IndirectShareView> IndirectShares, GroupFirmView GroupHead, IReadOnlyList<GroupFirmView> Group, int GroupProjects, int GroupSigned, decimal GroupAmountYuan);

/// <summary>The last day of a share.</summary>
public sealed record ShareEndInput([property: Required] DateOnly? On);

/// <summary>REST: the owners of enterprises.</summary>
internal static class OwnersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var enterprises = api.MapGroup("/enterprises").WithTags("enterprises");
        enterprises.MapGet("/{id:guid}/shareholdings", async (Guid id, ListEnterprises list, BridgeheadDb db, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null) return ApiProblem.NotThere(http);
            var rows = await db.Set<Shareholding>().AsNoTracking().Where(h => h.EnterpriseId == id).OrderByDescending(h => h.Share).ThenBy(h => h.Id).ToListAsync(http.RequestAborted);
            return Results.Ok(new Listed<ShareholdingView>([.. rows.Select(ShareholdingView.Of)], null));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.shareholdings").Says("列出企业的股东", "已退出的股东也在内，看 to").Produces<Listed<ShareholdingView>>();
        enterprises.MapPost("/{id:guid}/shareholdings", async (Guid id, ShareholdingInput input, ListEnterprises list, HoldShares hold, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null) return (object)ApiProblem.NotThere(http);
            var share = await hold.Run(id, input, http.RequestAborted);
            return Written.Created($"/api/enterprises/{id}/shareholdings/{share.Id}", ShareholdingView.Of(share), share.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.hold").Says("登记股东", "循环持股、合计超过100%时拒绝").Produces<ShareholdingView>(StatusCodes.Status201Created);
        enterprises.MapPut("/{id:guid}/shareholdings/{holding:guid}", async (Guid id, Guid holding, ShareholdingInput input, ListEnterprises list, HoldShares hold, BridgeheadDb db, HttpContext http) =>
        {
            if (await Share(id, holding, list, db, http) is not { } share) return (object)ApiProblem.NotThere(http);
            db.ReadAt(share, VersionTag.Expected(http));
            await hold.Change(share, input, http.RequestAborted);
            return Written.Changed(ShareholdingView.Of(share), share.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.rehold").WantsVersion().Says("修改股东").Produces<ShareholdingView>();
        enterprises.MapPost("/{id:guid}/shareholdings/{holding:guid}/end", async (Guid id, Guid holding, ShareEndInput input, ListEnterprises list, HoldShares hold, BridgeheadDb db, HttpContext http) =>
        {
            if (await Share(id, holding, list, db, http) is not { } share) return (object)ApiProblem.NotThere(http);
            db.ReadAt(share, VersionTag.Expected(http));
            await hold.End(share, input.On!.Value, http.RequestAborted);
            return Written.Changed(ShareholdingView.Of(share), share.Version);
        }).RequireAuthorization(Permission.WriteEnterprises).WithName("enterprises.end-share").WantsVersion().Says("登记股东退出").Produces<ShareholdingView>();
        enterprises.MapGet("/{id:guid}/ownership", async (Guid id, ListEnterprises list, ReadOwnership read, ProjectsOf projects, HttpContext http) =>
        {
            if (await EnterprisesApi.Find(id, list, http) is null) return ApiProblem.NotThere(http);
            var owners = await read.Around(id, cancel: http.RequestAborted);
            var (ends, group) = (owners.Graph.UltimateOwners(owners.Key).Select(u => u.Owner).ToHashSet(), owners.Group);
            var totals = await projects.Total([.. group.Select(g => g.Id!.Value)], http.RequestAborted);
            var head = owners.Nodes[owners.Head];
            return Results.Ok(new OwnershipView(owners.UltimateInvestor?.Name, owners.UltimateInvestor?.Kind, owners.UltimateInvestor?.Country,
                [.. owners.Graph.SharesIn(owners.Key).OrderByDescending(s => s.Value).Select(s => (Node: owners.Nodes[s.Key], s.Value)).Select(s => new IndirectShareView(s.Node.Name, s.Node.Kind, s.Node.Id, s.Node.Country, Math.Round(s.Value * 100, 6), ends.Contains(s.Node.Key)))],
                new GroupFirmView(head.Id ?? id, head.Name), [.. group.Select(g => new GroupFirmView(g.Id!.Value, g.Name))], totals.Projects, totals.SignedProjects, totals.Amount.Yuan));
        }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.ownership").Says("读取企业的股权链与集团", "间接持股为各路径逐级相乘之和；集团合计中同一项目只计一次").Produces<OwnershipView>();
    }

    private static async Task<Shareholding?> Share(Guid id, Guid holding, ListEnterprises list, BridgeheadDb db, HttpContext http) =>
        await EnterprisesApi.Find(id, list, http) is null ? null : await db.Set<Shareholding>().FirstOrDefaultAsync(h => h.Id == holding && h.EnterpriseId == id, http.RequestAborted);
}
