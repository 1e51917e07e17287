using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>Choosing one's own password; every other session of the account ends.</summary>
[Authorize(Permission.SignedIn)]
public sealed class PasswordPage(BridgeheadDb db, Asker asker, CheckPassword check, SetPassword set) : OwnPage(db, asker)
{
    private readonly Asker asker = asker;

    /// <summary>The password in use.</summary>
    [BindProperty, MaxLength(256)] public string? OldPassword { get; set; }
    /// <summary>The password wanted.</summary>
    [BindProperty, MaxLength(256)] public string? Password { get; set; }
    /// <summary>The same again.</summary>
    [BindProperty, MaxLength(256)] public string? PasswordAgain { get; set; }

    /// <summary>Sets it.</summary>
    public async Task<IActionResult> OnPost()
    {
        Refusal.When(Me.PasswordHash is null, $"演示身份没有密码");
        Refusal.Unless(Password == PasswordAgain, $"两次输入的新密码不一致", nameof(PasswordAgain));
        var (person, _) = await check.Run(Me.UserName!, OldPassword ?? "", asker.Address, Cancel);
        Refusal.When(person is null, $"现用密码不正确", nameof(OldPassword));
        await set.Choose(Me, Password ?? "", Cancel);
        // the session is written by a connection of its own: before this request opens its transaction
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, Claims.Of(Me, IdentityConstants.ApplicationScheme));
        await Db.SaveChangesAsync(Cancel);
        var current = HttpContext.Items[ServerSessions.Current] as string;
        await Db.Set<UserSession>().Where(s => s.UserId == Me.Id && s.KeyDigest != current).ExecuteDeleteAsync(Cancel);
        return RedirectToPage("/Access/Account", new { done = "password" });
    }
}
