using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>The code of the authenticator app, asked for after the password.</summary>
[AllowAnonymous]
public sealed class SecondStepPage(BridgeheadDb db, CheckCode check, StartSession start, UnitOfWork work, Words words) : Screen
{
    /// <summary>Where to go afterwards; only addresses of this site.</summary>
    [BindProperty(SupportsGet = true, Name = "to")] public string? To { get; set; }

    /// <summary>The code typed.</summary>
    [BindProperty, MaxLength(40)] public string? Code { get; set; }

    /// <summary>Asks for the code; without a password just given, back to the start.</summary>
    public async Task<IActionResult> OnGet() => await WhoWaits() is null ? RedirectToPage("/Access/SignIn", new { to = To }) : Page();

    /// <summary>Judges the code and signs in.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (await WhoWaits() is not { } user) return RedirectToPage("/Access/SignIn", new { to = To });
        if (await check.Run(user, Code ?? "", Cancel))
        {
            await HttpContext.SignOutAsync(SecondStep.Scheme);
            await start.Run(user, Cancel);
            return LocalRedirect(Url.IsLocalUrl(To) ? To : "/");
        }
        work.Subject = user.Id;
        await work.Commit("access.sign-in.code", AuditResult.Denied, Cancel);
        ModelState.Clear();
        ModelState.AddModelError("", words["验证码不正确或已用过。请等下一个验证码，或使用恢复码；输错5次后请15分钟后再试"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<AppUser?> WhoWaits()
    {
        if ((await HttpContext.AuthenticateAsync(SecondStep.Scheme)).Principal is not { } waiting) return null;
        var id = Guid.Parse(waiting.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        var stamp = waiting.FindFirstValue(Claims.Stamp);
        return await db.Set<AppUser>().AsNoTracking().Include(u => u.Unit)
            .FirstOrDefaultAsync(u => u.Id == id && !u.Disabled && u.SecurityStamp == stamp, Cancel);
    }
}

/// <summary>The five minutes between the password and the code.</summary>
public static class SecondStep
{
    /// <summary>The scheme of its cookie.</summary>
    public const string Scheme = "second-step";
}
