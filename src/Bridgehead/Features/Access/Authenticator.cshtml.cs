using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Bridgehead.Features.Access;

/// <summary>Setting up the authenticator app: scan, confirm with a code, keep the recovery codes.</summary>
[Authorize(Permission.SignedIn)]
public sealed class AuthenticatorPage(BridgeheadDb db, Asker asker, CheckCode check, CheckPassword passwords, TimeProvider clock) : OwnPage(db, asker)
{
    private readonly Asker asker = asker;

    /// <summary>The secret offered, sealed, so that it needs no place to wait in.</summary>
    [BindProperty, MaxLength(400)] public string? Offered { get; set; }
    /// <summary>The code typed to confirm.</summary>
    [BindProperty, MaxLength(20)] public string? Code { get; set; }
    /// <summary>The password typed to confirm, for those who have one.</summary>
    [BindProperty, MaxLength(256)] public string? Password { get; set; }
    /// <summary>Fresh recovery codes, shown once.</summary>
    public IReadOnlyList<string> Recovery { get; private set; } = [];
    /// <summary>The secret as it is typed by hand, in groups of four.</summary>
    public string Typed => string.Join(' ', OneTimeCode.Base32(check.Open(Offered!)).Chunk(4).Select(four => new string(four)));
    /// <summary>The picture to scan, as an SVG data address.</summary>
    public string Picture => "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Svg()));

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Offered ??= check.Seal(CheckCode.NewSecret());
        return true;
    }

    /// <summary>Turns it on once the app shows the right code; gives the recovery codes.</summary>
    public async Task OnPost()
    {
        await Confirm();
        Refusal.When(Me.AsksForCode, $"验证器已启用");
        var secret = Opened(Offered!);
        if (OneTimeCode.StepOf(secret, Code ?? "", clock.GetUtcNow()) is not { } step) throw new Refusal($"验证码不正确，请核对手机时间后重试", nameof(Code));
        (Me.CodeSecret, Me.TwoFactorEnabled, Me.LastCodeStep) = (check.Seal(secret), true, step);
        await FreshCodes();
    }

    /// <summary>Makes new recovery codes; the old ones are worth nothing.</summary>
    public async Task OnPostRecovery()
    {
        await Confirm();
        await FreshCodes();
    }

    /// <summary>Turns it off.</summary>
    public async Task<IActionResult> OnPostOff()
    {
        await Confirm();
        (Me.CodeSecret, Me.TwoFactorEnabled) = (null, false);
        await Db.SaveChangesAsync(Cancel);
        await Db.Set<RecoveryCode>().Where(c => c.UserId == Me.Id).ExecuteDeleteAsync(Cancel);
        return RedirectToPage("/Access/Account");
    }

    // who holds only the session does not hold the password: another factor is changed with it
    private async Task Confirm()
    {
        if (Me.PasswordHash is null) return;
        var (person, _) = await passwords.Run(Me.UserName!, Password ?? "", asker.Address, Cancel);
        Refusal.When(person is null, $"现用密码不正确", nameof(Password));
    }

    private async Task FreshCodes()
    {
        Recovery = [.. Enumerable.Range(0, 10).Select(_ => RecoveryCode.New())];
        await Db.BeginWrite(Cancel);
        await Db.Set<RecoveryCode>().Where(c => c.UserId == Me.Id).ExecuteDeleteAsync(Cancel);
        Db.AddRange(Recovery.Select(code => new RecoveryCode(Me.Id, code)));
        Db.Note(new FieldChange(nameof(AppUser), Me.Id, "RecoveryCodes", null, "***"));
        await Db.SaveChangesAsync(Cancel);
    }

    private byte[] Opened(string offered)
    {
        try
        {
            return check.Open(offered);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            throw new Refusal($"请重新打开本页，再扫描新的二维码");
        }
    }

    private string Svg()
    {
        var address = $"otpauth://totp/Bridgehead:{Uri.EscapeDataString(Me.UserName!)}?secret={OneTimeCode.Base32(check.Open(Offered!))}&issuer=Bridgehead";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(4);
    }
}
