using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bridgehead;

/// <summary>
/// The door every API endpoint goes through: one unit of work with its audit entry and stored reply, idempotency keys on
/// every write, and refusals as problem details in the language asked for.
/// </summary>
internal sealed class ApiDoor(IOptions<JsonOptions> json) : IEndpointFilter
{
    /// <summary>What an endpoint's action is called in the trail.</summary>
    public static string ActionOf(HttpContext http) =>
        "api." + (http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? http.Request.Path.Value!.Trim('/'));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var safe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var services = http.RequestServices;
        var (work, idempotency, action) = (services.GetRequiredService<UnitOfWork>(), services.GetRequiredService<Idempotency>(), ActionOf(http));
        if (ApiInput.Wrong(context, services.GetRequiredService<Words>()) is { Count: > 0 } wrong)
        {
            if (!safe) await work.Abandon(action, AuditResult.Invalid, string.Join("；", wrong.Select(w => $"{w.Key}：{w.Value[0]}")), http.RequestAborted);
            return ApiProblem.Unfit(http, wrong);
        }
        var no = StatusCodes.Status409Conflict;
        try
        {
            if (safe) return await next(context);
            no = StatusCodes.Status400BadRequest;
            idempotency.Take(http.Request.Headers["Idempotency-Key"], await Digest(http.Request));
            using var begun = idempotency.Begin();
            if (begun is null) return ApiProblem.Of(http, StatusCodes.Status409Conflict, new Refusal($"同一请求正在办理，请稍候再试"));
            no = StatusCodes.Status422UnprocessableEntity;
            if (await idempotency.Earlier(http.RequestAborted) is { } earlier) return Again(http, earlier);
            no = StatusCodes.Status409Conflict;
            return await Change(http, work, idempotency, action, await next(context));
        }
        catch (Exception failure) when (failure is Refusal or DbUpdateException or BadHttpRequestException || Stale.IsClash(failure))
        {
            await work.Rollback();
            if (!safe && no == StatusCodes.Status409Conflict && (failure is Refusal or DbUpdateException || Stale.IsClash(failure)) && await idempotency.Earlier(http.RequestAborted) is { } earlier) return Again(http, earlier);
            if (Say(failure, no) is not var (status, refusal)) throw;
            if (!safe) await work.Abandon(action, AuditResult.Refused, refusal.Message, http.RequestAborted);
            return ApiProblem.Of(http, status, refusal);
        }
    }

    private async Task<object?> Change(HttpContext http, UnitOfWork work, Idempotency idempotency, string action, object? result)
    {
        if (result is not Written written)
        {
            await work.Abandon(action, AuditResult.Invalid, null, http.RequestAborted);
            return result;
        }
        var tag = written.Version is { } version ? VersionTag.Of(version) : null;
        var body = written.Body is null ? null : JsonSerializer.Serialize(written.Body, written.Body.GetType(), json.Value.SerializerOptions);
        idempotency.Keep(written.Status, written.Location, tag, body);
        await work.Commit(action, cancel: http.RequestAborted);
        return Reply(http, written.Status, written.Location, tag, body);
    }

    private static IResult Again(HttpContext http, StoredReply earlier)
    {
        http.Response.Headers["Idempotency-Replayed"] = "true";
        return Reply(http, earlier.Status, earlier.Location, earlier.Tag, earlier.Body);
    }

    private static IResult Reply(HttpContext http, int status, string? location, string? tag, string? body)
    {
        if (location is not null) http.Response.Headers.Location = location;
        if (tag is not null) http.Response.Headers.ETag = tag;
        return body is null ? Results.StatusCode(status) : Results.Text(body, "application/json", Encoding.UTF8, status);
    }

    private static (int Status, Refusal Refusal)? Say(Exception failure, int no) => failure switch
    {
        Refusal refusal => (no, refusal),
        DbUpdateConcurrencyException => (StatusCodes.Status412PreconditionFailed, Stale.Refusal()),
        DbUpdateException update when Stale.IsDuplicate(update) => (StatusCodes.Status409Conflict, Stale.Duplicate()),
        BadHttpRequestException { StatusCode: StatusCodes.Status428PreconditionRequired } =>
            (StatusCodes.Status428PreconditionRequired, new Refusal($"修改前请先读取记录，并在 If-Match 中写明读到的版本")),
        _ when Stale.IsClash(failure) => (StatusCodes.Status409Conflict, Stale.Together()),
        _ => null,
    };

    private static async Task<string> Digest(HttpRequest request)
    {
        if (request.HasFormContentType) return await FormDigest.Of(request);
        request.Body.Position = 0;
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return Idempotency.Digest(request.Method, request.Path + request.QueryString, content.ToArray());
    }
}
