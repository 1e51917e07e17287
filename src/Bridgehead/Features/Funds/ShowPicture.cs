using System.Text;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>
/// GET /funds/pictures/{id}: a voucher's file to hold against what was read. Photographs as they are, an OFD drawn from its own texts, a PDF inside a frame of our own pages (it was refused at the
/// door where it holds a script); everything else is offered as a file only. Asked for with the beginning of its digest, the browser may keep it for five minutes: the review fetches the next one
/// ahead. Signing out clears what it kept.
/// </summary>
internal static class ShowPicture
{
    private const int Mark = 16;
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>The file of a voucher that can be shown: a photograph before an OFD, an OFD before a PDF; null when none can.</summary>
    public static AttachmentRow? Of(IReadOnlyList<AttachmentRow> files) =>
        files.FirstOrDefault(f => Pictures.Contains(f.MediaType)) ?? files.FirstOrDefault(f => f.MediaType == "application/ofd") ?? files.FirstOrDefault(IsPdf);

    /// <summary>Whether it is shown in a frame instead of as a picture.</summary>
    public static bool IsPdf(AttachmentRow file) => file.MediaType == "application/pdf";

    /// <summary>Where it is shown, with what says that the content is the same.</summary>
    public static string Address(AttachmentRow file) => $"/funds/pictures/{file.Id}?v={file.Digest[..Mark]}";

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/funds/pictures/{id:guid}", async (Guid id, string? v, Attachments attachments, AttachmentStore store, BridgeheadDb db, HttpContext http) =>
    {
        if (await attachments.Find(id, http.RequestAborted) is not { Kind: "voucher" } found) return Results.NotFound();
        var type = await db.Set<StoredFile>().Where(f => f.Digest == found.Digest).Select(f => f.MediaType).SingleAsync(http.RequestAborted);
        var known = v is { Length: Mark } && found.Digest.StartsWith(v, StringComparison.Ordinal);
        http.Response.Headers.CacheControl = known ? "private, max-age=300" : "private, no-store";
        if (Pictures.Contains(type)) return Results.Stream(store.Open(found.Digest), type);
        if (type == "application/pdf")
        {
            http.Response.Headers.ContentDisposition = "inline";
            SecurityHeaders.LetOurPagesFrame(http.Response);
            return Results.Stream(store.Open(found.Digest), type);
        }
        if (type != "application/ofd") return Results.NotFound();
        await using var file = store.Open(found.Digest);
        return OfdPicture.Of(file) is { } svg ? Results.Text(svg, "image/svg+xml", Encoding.UTF8) : Results.NotFound();
    }).RequireAuthorization(Permission.ReadFunds).WithName("funds.picture").ExcludeFromDescription();
}
