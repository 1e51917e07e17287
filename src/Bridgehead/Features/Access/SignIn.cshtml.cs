using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Access;

/// <summary>Signing in: by name and password, or in demo mode as a persona.</summary>
[AllowAnonymous]
public sealed class SignInPage(Personas personas, Asker asker, UnitOfWork work) : Screen
{
    /// <summary>Where to go afterwards; only addresses of this site.</summary>
    [BindProperty(SupportsGet = true, Name = "to")] public string? To { get; set; }

    /// <summary>The persona chosen, in demo mode.</summary>
    [BindProperty, MaxLength(60)] public string? Persona { get; set; }

    /// <summary>The personas offered.</summary>
    public IReadOnlyList<AppUser> Offered { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Offered = await personas.All(Cancel);
        return true;
    }

    /// <summary>Signs in as a persona.</summary>
    public async Task<IActionResult> OnPostPersona()
    {
        var user = await personas.Named(Persona ?? "", Cancel);
        if (user is null) return NotFound();
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, Claims.Of(user, IdentityConstants.ApplicationScheme));
        asker.Becomes(user, DataScope.RootFor(user.Role, user.Unit));
        await work.Commit("access.sign-in", cancel: Cancel);
        return LocalRedirect(Url.IsLocalUrl(To) ? To : "/");
    }
}
