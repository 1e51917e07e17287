using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Access;

/// <summary>Signing out: the session is gone on every node, and the browser is told to forget what it kept.</summary>
[Authorize(Permission.SignedIn)]
public sealed class SignOutPage : Screen
{
    /// <summary>Asked for by address only: nothing is done.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Ends the session.</summary>
    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/access/sign-in");
    }
}
