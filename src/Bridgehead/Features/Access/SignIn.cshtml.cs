using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Access;

/// <summary>Signing in: by name and password, by passkey, or in demo mode as a persona.</summary>
[AllowAnonymous]
public sealed class SignInPage(Personas personas, CheckPassword check, StartSession start, Passkeys passkeys, Asker asker, UnitOfWork work, Words words) : Screen
{
    /// <summary>Where to go afterwards; only addresses of this site.</summary>
    [BindProperty(SupportsGet = true, Name = "to")] public string? To { get; set; }

    /// <summary>The persona chosen, in demo mode.</summary>
    [BindProperty, MaxLength(60)] public string? Persona { get; set; }

    /// <summary>The user name typed.</summary>
    [BindProperty, MaxLength(60)] public string? UserName { get; set; }

    /// <summary>The password typed.</summary>
    [BindProperty, MaxLength(256)] public string? Password { get; set; }

    /// <summary>What the browser's authenticator answered.</summary>
    [BindProperty, MaxLength(20000)] public string? Credential { get; set; }

    /// <summary>The personas offered, by unit.</summary>
    public IReadOnlyList<IGrouping<string, AppUser>> Offered { get; private set; } = [];

    /// <summary>Where to go.</summary>
    public string Target => Url.IsLocalUrl(To) ? To! : "/";

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Offered = [.. (await personas.All(Cancel)).GroupBy(p => p.Unit.Name)];
        return true;
    }

    /// <summary>Shows the page; who is signed in already goes on.</summary>
    public IActionResult OnGet() => asker.IsKnown ? LocalRedirect(Target) : Page();

    /// <summary>Signs in as a persona.</summary>
    public async Task<IActionResult> OnPostPersona()
    {
        if (asker.IsKnown) return await Again();
        var user = await personas.Named(Persona ?? "", Cancel);
        if (user is null) return NotFound();
        await start.Run(user, Cancel);
        return LocalRedirect(Target);
    }

    /// <summary>Signs in by name and password; with an authenticator app set up, asks for its code next.</summary>
    public async Task<IActionResult> OnPostPassword()
    {
        if (asker.IsKnown) return await Again();
        var (user, about) = await check.Run(UserName ?? "", Password ?? "", asker.Address, Cancel);
        if (user is null) return await Denied(about);
        if (!user.AsksForCode)
        {
            await start.Run(user, Cancel);
            return LocalRedirect(Target);
        }
        await HttpContext.SignInAsync(SecondStep.Scheme, Claims.Of(user, SecondStep.Scheme));
        work.Subject = user.Id;
        await work.Commit("access.sign-in.password", cancel: Cancel);
        return RedirectToPage("/Access/SecondStep", new { to = Target });
    }

    /// <summary>What the browser's authenticator is asked.</summary>
    public async Task<IActionResult> OnPostPasskeyOptions() => Content(await passkeys.AskForOne(), "application/json");

    /// <summary>Signs in with a passkey: two factors in one, so no code is asked for and no password count stands in the way.</summary>
    public async Task<IActionResult> OnPostPasskey()
    {
        if (asker.IsKnown) return await Again();
        if (await passkeys.WhoAnswered(Credential ?? "", Cancel) is not var (user, passkey)) return await Denied(null);
        await start.Run(user, Cancel, () => passkeys.Used(user, passkey, Cancel));
        return LocalRedirect(Target);
    }

    private async Task<IActionResult> Denied(Guid? about)
    {
        work.Subject = about;
        await work.Commit("access.sign-in", AuditResult.Denied, Cancel);
        ModelState.AddModelError("", words["用户名或密码不正确，或者账号暂不能用。输错5次后，请15分钟后再试或联系安全管理员"]);
        Password = null;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // a session keeps its key for life: another person gets another session
    private async Task<IActionResult> Again()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return RedirectToPage(new { to = To });
    }
}
