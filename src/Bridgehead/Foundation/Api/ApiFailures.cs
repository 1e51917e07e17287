using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bridgehead;

/// <summary>
/// The outermost layer of the API: whatever goes wrong is told as problem details, never as a page and never with anything of the inside.
/// A failure of ours is logged under the number the answer carries.
/// </summary>
internal sealed partial class ApiFailures(RequestDelegate next, ILogger<ApiFailures> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.IsFromProgram())
        {
            await next(http);
            return;
        }
        http.Response.Headers.CacheControl = "no-store";
        // the digest of a write needs the body a second time; forms are kept by the framework itself
        if (!http.Request.HasFormContentType) http.Request.EnableBuffering();
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException unfit) when (!http.Response.HasStarted)
        {
            var refusal = Unfit(unfit);
            await Leave(http, refusal);
            await ApiProblem.Of(http, unfit.StatusCode, refusal).ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            var reference = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
            log.LogError(failure, "Problem {Reference} at {Path}", reference, http.Request.Path);
            http.Response.Clear();
            await ApiProblem.Failure(http, reference).ExecuteAsync(http);
        }
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } && !HttpMethods.IsHead(http.Request.Method))
            await ApiProblem.Of(http, http.Response.StatusCode, Plain(http.Response.StatusCode)).ExecuteAsync(http);
    }

    private static FormattableString Sentence(BadHttpRequestException unfit) => unfit switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => $"内容过大，请拆分后再提交",
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => $"请求正文的类型不对，请按接口说明设置 Content-Type",
        { InnerException: JsonException { Path: { Length: > 1 } path } } => $"请求正文中“{path.TrimStart('$', '.')}”缺失、多余或类型不对",
        { InnerException: JsonException } => $"请求正文不是约定的 JSON，或者缺少必需的项",
        _ => $"请求正文缺失或格式不对",
    };

    private static Refusal Unfit(BadHttpRequestException unfit) =>
        Parameter().Match(unfit.Message) is { Success: true } match && !unfit.Message.Contains("body", StringComparison.Ordinal)
            ? new Refusal($"参数“{ApiInput.Field(match.Groups[1].Value)}”缺失或格式不对", ApiInput.Field(match.Groups[1].Value))
            : new Refusal(Sentence(unfit));

    private static Refusal Plain(int status) => status switch
    {
        StatusCodes.Status404NotFound => new($"没有这个地址，或者其中的标识格式不对"),
        StatusCodes.Status405MethodNotAllowed => new($"这个地址不支持所用的方法，可用的方法见 Allow"),
        StatusCodes.Status415UnsupportedMediaType => new($"请求正文的类型不对，请按接口说明设置 Content-Type"),
        _ => new($"请求有误，请对照接口说明修改"),
    };

    // a write that could not be read is a try as well
    private static async Task Leave(HttpContext http, Refusal refusal)
    {
        var work = http.RequestServices.GetRequiredService<UnitOfWork>();
        if (HttpMethods.IsGet(http.Request.Method) || work.Closed || !http.RequestServices.GetRequiredService<Asker>().IsKnown) return;
        await work.Abandon(ApiDoor.ActionOf(http), AuditResult.Invalid, refusal.Message, http.RequestAborted);
    }

    [GeneratedRegex("parameter \"[^\"]*?([A-Za-z]+)\"")]
    private static partial Regex Parameter();
}
