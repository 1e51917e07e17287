using System.Globalization;
using System.Security.Claims;
using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>Reads the signed-in person afresh on every request, so disabling an account or changing its role acts at once on every node.</summary>
internal sealed class FillAsker(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, BridgeheadDb db, Asker asker, TimeProvider clock)
    {
        asker.Address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Guid.TryParse(id, CultureInfo.InvariantCulture, out var userId))
        {
            var user = await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit)
                .FirstOrDefaultAsync(u => u.Id == userId && !u.Disabled, context.RequestAborted);
            if (user is null || user.SecurityStamp != context.User.FindFirstValue(Claims.Stamp)) await Forget(context);
            else
            {
                asker.Becomes(user, DataScope.RootFor(user.Role, user.Unit), Claims.Scopes(context.User));
                asker.MustChangePassword = user.PasswordHash is not null
                    && (user.MustChangePassword || user.PasswordSetAt + PasswordRules.Lifetime < clock.GetUtcNow().UtcDateTime);
            }
        }
        await next(context);
    }

    private static async Task Forget(HttpContext context)
    {
        if (context.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme) await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
    }
}
