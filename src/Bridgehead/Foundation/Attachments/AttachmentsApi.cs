using Bridgehead.Features.Access;

namespace Bridgehead;

/// <summary>Files: GET /files/{id} gives one out; /api/attachments lists, attaches and takes off.</summary>
public static class AttachmentsApi
{
    /// <summary>Registers the store and the check of it.</summary>
    public static IServiceCollection AddAttachments(this IServiceCollection services) => services
        .AddSingleton<AttachmentStore>().AddScoped<Attachments>().AddScoped<VerifyFiles>()
        .AddCheck("附件", (with, cancel) => with.GetRequiredService<VerifyFiles>().Run(cancel));

    /// <summary>Lets a kind of record carry attachments.</summary>
    public static IServiceCollection AddAttachmentOwner(this IServiceCollection services, string kind,
        Func<IServiceProvider, Guid, CancellationToken, Task<bool>> mayRead, Func<IServiceProvider, Guid, CancellationToken, Task<bool>> mayChange,
        Func<IServiceProvider, Attachment, CancellationToken, Task>? beforeTakingOff = null) =>
        services.AddSingleton(new AttachmentOwner(kind, mayRead, mayChange, beforeTakingOff));

    /// <summary>Maps the download.</summary>
    public static void MapFiles(IEndpointRouteBuilder site) => site.MapGet("/files/{id:guid}", async (
        Guid id, Attachments attachments, AttachmentStore store, BridgeheadDb db, HttpContext http) =>
    {
        if (await attachments.Find(id, http.RequestAborted) is not { } found) return Results.NotFound();
        var file = await db.FindAsync<StoredFile>([found.Digest], http.RequestAborted);
        http.Response.Headers.ContentDisposition = Disposition(found.Name);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(store.Open(found.Digest), file!.MediaType);
    }).RequireAuthorization(Permission.SignedIn).WithName("files.get").ExcludeFromDescription();

    /// <summary>Maps the endpoints.</summary>
    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        var files = api.MapGroup("/attachments").WithTags("attachments");
        files.MapGet("", async (string kind, Guid record, Attachments attachments, HttpContext http) =>
            await attachments.MayRead(kind, record, http.RequestAborted)
                ? Results.Ok(new Listed<AttachmentRow>(await attachments.Of(kind, record, http.RequestAborted), null))
                : ApiProblem.NotThere(http))
            .RequireAuthorization(Permission.SignedIn).WithName("attachments.list").Says("列出一条记录的附件", "全部列出，最早的在前").Produces<Listed<AttachmentRow>>().ProducesProblem(StatusCodes.Status404NotFound);
        files.MapPost("", async (string kind, Guid record, IFormFile file, Attachments attachments, UnitOfWork work, HttpContext http) =>
        {
            await using var content = file.OpenReadStream();
            work.Subject = record;
            if (await attachments.Attach(kind, record, file.FileName, content, http.RequestAborted) is not { } attached) return (object)ApiProblem.NotThere(http);
            return Written.Created($"/files/{attached.Id}", new AttachedView(attached.Id, attached.Name, attached.Digest, attached.Version), attached.Version);
        }).RequireAuthorization(Permission.SignedIn).WithName("attachments.attach").DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ApiSetup.LargestUpload)).Says("给一条记录附上文件", "最大50 MB；回答中的 Location 是下载地址")
            .Produces<AttachedView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound);
        files.MapDelete("/{id:guid}", async (Guid id, Attachments attachments, BridgeheadDb db, UnitOfWork work, HttpContext http) =>
        {
            if (await attachments.Find(id, http.RequestAborted) is not { } found) return (object)ApiProblem.NotThere(http);
            work.Subject = found.RecordId;
            db.ReadAt(found, VersionTag.Expected(http));
            return await attachments.TakeOff(found, http.RequestAborted) ? Written.Gone() : ApiProblem.NotThere(http);
        }).RequireAuthorization(Permission.SignedIn).WithName("attachments.take-off").WantsVersion().Says("取下一个附件").Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>Content-Disposition by RFC 6266: an ASCII name for old programs, the real one in UTF-8.</summary>
    internal static string Disposition(string name) =>
        $"attachment; filename=\"file{(AttachmentName.Suffix(name) is var s && s.All(char.IsAscii) ? s : "")}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
}

/// <summary>A file that was attached.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Digest">Its SHA-256.</param>
/// <param name="Version">Its version.</param>
public sealed record AttachedView(Guid Id, string Name, string Digest, long Version);
