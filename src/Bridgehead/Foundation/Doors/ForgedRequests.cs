using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bridgehead;

/// <summary>
/// Refuses unsafe requests that another site made the browser send, and those without the token of our own form (reliability goal 20). Somebody known leaves an
/// entry in the trail; for a stranger it is only logged, so that nobody can fill the trail from outside.
/// </summary>
internal sealed partial class ForgedRequests(UnitOfWork work, Asker asker, ILogger<ForgedRequests> log) : IAsyncAlwaysRunResultFilter
{
    /// <summary>Refuses what another site sent. Stands after the asker is known.</summary>
    public static Task RefuseForeign(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        var origin = request.Headers.Origin.ToString();
        var foreign = origin.Length > 0 && origin != "null" ? origin != $"{request.Scheme}://{request.Host}" : origin == "null"
            || request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        if (safe || !foreign || request.IsFromProgram()) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.RequestServices.GetRequiredService<ForgedRequests>().Enter(request, "请求由其他网站发出");
    }

    /// <inheritdoc />
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) await Enter(context.HttpContext.Request, "表单的防伪标记缺失或已失效");
        await next();
    }

    private async Task Enter(HttpRequest request, string why)
    {
        if (asker.IsKnown) await work.Abandon(ActionName.OfPath(request.Path), AuditResult.Denied, why, request.HttpContext.RequestAborted);
        else Stranger(log, request.Method, request.Path, asker.Address);
    }

    [LoggerMessage(LogLevel.Warning, "refused as forged: {Method} {Path} from {Address}")]
    private static partial void Stranger(ILogger log, string method, PathString path, string address);
}
