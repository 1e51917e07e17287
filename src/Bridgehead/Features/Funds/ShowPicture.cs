using System.Text;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>GET /funds/pictures/{id}: a voucher's file as a picture to hold against what was read. Photographs as they are, an OFD drawn from its own texts; everything else is offered as a file only.</summary>
internal static class ShowPicture
{
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/funds/pictures/{id:guid}", async (Guid id, Attachments attachments, AttachmentStore store, BridgeheadDb db, HttpContext http) =>
    {
        if (await attachments.Find(id, http.RequestAborted) is not { Kind: "voucher" } found) return Results.NotFound();
        var type = await db.Set<StoredFile>().Where(f => f.Digest == found.Digest).Select(f => f.MediaType).SingleAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "private, no-store";
        if (Pictures.Contains(type)) return Results.Stream(store.Open(found.Digest), type);
        if (type != "application/ofd") return Results.NotFound();
        await using var file = store.Open(found.Digest);
        return OfdPicture.Of(file) is { } svg ? Results.Text(svg, "image/svg+xml", Encoding.UTF8) : Results.NotFound();
    }).RequireAuthorization(Permission.ReadFunds).WithName("funds.picture").ExcludeFromDescription();
}
