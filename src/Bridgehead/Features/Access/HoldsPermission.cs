using Microsoft.AspNetCore.Authorization;

namespace Bridgehead.Features.Access;

/// <summary>The requirement behind every policy: the asker holds the permission now.</summary>
public sealed record HoldsPermission(string Permission) : IAuthorizationRequirement;

internal sealed class HoldsPermissionHandler(IHttpContextAccessor http) : AuthorizationHandler<HoldsPermission>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsPermission requirement)
    {
        var asker = http.HttpContext?.RequestServices.GetRequiredService<Asker>();
        if (asker is not null && asker.IsKnown && asker.May(requirement.Permission)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
