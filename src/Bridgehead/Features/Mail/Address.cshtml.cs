using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Mail;

/// <summary>Where one gets letters: the address, the code sent to it, and its end.</summary>
[Authorize(Permission.SignedIn)]
public sealed class AddressPage(KeepAddress keep, MailSettings settings, UnitOfWork work, Words words) : Screen
{
    /// <summary>The address that is typed.</summary>
    [BindProperty] public string? Address { get; set; }
    /// <summary>The code that is typed.</summary>
    [BindProperty] public string? Code { get; set; }

    /// <summary>What stands; null for nothing.</summary>
    public MailAddress? Mine { get; private set; }
    /// <summary>How the letter with the last code went; null for none.</summary>
    public Letter? Sent { get; private set; }
    /// <summary>Whether there is a mail server.</summary>
    public bool IsOn => settings.IsOn;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Mine = await keep.Mine(Cancel);
        if (Mine?.Asked is not null) Sent = await keep.Code(Cancel);
        return true;
    }

    /// <summary>Sends a code.</summary>
    public async Task<IActionResult> OnPost()
    {
        await keep.Ask(Address, Cancel);
        return RedirectToPage();
    }

    /// <summary>Takes the code.</summary>
    public async Task<IActionResult> OnPostConfirm()
    {
        if (await keep.Confirm(Code, Cancel)) return RedirectToPage();
        await work.Commit("mail.confirm", AuditResult.Denied, Cancel);
        await Load();
        ModelState.Clear();
        ModelState.AddModelError(nameof(Code), words["验证码不对，请核对后再输"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Wants no more letters.</summary>
    public async Task<IActionResult> OnPostRemove()
    {
        await keep.Remove(Cancel);
        return RedirectToPage();
    }
}
