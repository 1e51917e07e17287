using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Access;

/// <summary>One's own passkeys: add one from this device, remove one that is lost.</summary>
[Authorize(Permission.SignedIn)]
public sealed class PasskeysPage(BridgeheadDb db, Asker asker, Passkeys passkeys) : OwnPage(db, asker)
{
    /// <summary>What the browser's authenticator made.</summary>
    [BindProperty, MaxLength(20000)] public string? Credential { get; set; }
    /// <summary>What the person calls it.</summary>
    [BindProperty, MaxLength(40)] public string? Name { get; set; }
    /// <summary>The passkeys.</summary>
    public IList<UserPasskeyInfo> Mine { get; private set; } = [];

    /// <summary>When a passkey was made, in local time.</summary>
    public static string When(UserPasskeyInfo passkey) =>
        passkey.CreatedAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Mine = await passkeys.Of(Me);
        return true;
    }

    /// <summary>What the browser is asked to make.</summary>
    public async Task<IActionResult> OnPostOptions() => Content(await passkeys.AskToMake(Me), "application/json");

    /// <summary>Adds what it made.</summary>
    public async Task<IActionResult> OnPost()
    {
        await passkeys.Add(Me, Name ?? "", Credential ?? "", Cancel);
        return RedirectToPage();
    }

    /// <summary>Removes one.</summary>
    public async Task<IActionResult> OnPostRemove(string? passkey)
    {
        var found = Mine.FirstOrDefault(p => Convert.ToHexStringLower(p.CredentialId) == passkey);
        if (found is null) return NotFound();
        await passkeys.Remove(Me, found.CredentialId, Cancel);
        return RedirectToPage();
    }
}
