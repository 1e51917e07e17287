using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Bridgehead.Features.Access;

/// <summary>Says no: an unsafe request without the right to it leaves an entry in the trail; the API answers problem details, a page 403.</summary>
internal sealed class AuditDenials : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden)
        {
            await usual.HandleAsync(next, context, policy, authorizeResult);
            return;
        }
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            await context.RequestServices.GetRequiredService<UnitOfWork>()
                .Abandon(ActionName.OfPath(request.Path), AuditResult.Denied, null, context.RequestAborted);
        if (request.IsFromProgram())
            await ApiProblem.Of(context, StatusCodes.Status403Forbidden, new Refusal($"您的角色或令牌没有这项权限")).ExecuteAsync(context);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
