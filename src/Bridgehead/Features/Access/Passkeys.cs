using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>Passkeys (WebAuthn): a key in the person's device, bound to this site, that no page can be tricked out of.</summary>
public sealed class Passkeys(SignInManager<AppUser> signIn, UserManager<AppUser> users, IUserStore<AppUser> store, BridgeheadDb db)
{
    /// <summary>What a browser is asked, to prove any passkey it has for this site.</summary>
    public Task<string> AskForOne() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Who answered; null when the answer proves nothing or the account is closed.</summary>
    public async Task<(AppUser Person, UserPasskeyInfo Passkey)?> WhoAnswered(string credential, CancellationToken cancel)
    {
        if (credential.Length == 0) return null;
        var answer = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!answer.Succeeded) return null;
        var user = await db.Set<AppUser>().Include(u => u.Unit).FirstOrDefaultAsync(u => u.Id == answer.User.Id && !u.Disabled, cancel);
        return user is null ? null : (user, answer.Passkey);
    }

    /// <summary>Remembers how often the device has used the key, so a copied key shows.</summary>
    public Task Used(AppUser user, UserPasskeyInfo passkey, CancellationToken cancel) =>
        ((IUserPasskeyStore<AppUser>)store).AddOrUpdatePasskeyAsync(user, passkey, cancel);

    /// <summary>What a browser is asked, to make a passkey for a person.</summary>
    public Task<string> AskToMake(AppUser user) => signIn.MakePasskeyCreationOptionsAsync(
        new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.UserName!, DisplayName = user.DisplayName });

    /// <summary>Adds the passkey the browser made. Refused when it proves nothing.</summary>
    public async Task Add(AppUser user, string name, string credential, CancellationToken cancel)
    {
        var made = credential.Length == 0 ? null : await signIn.PerformPasskeyAttestationAsync(credential);
        if (made is not { Succeeded: true }) throw new Refusal($"设备没有交出有效的通行密钥，请重试");
        made.Passkey.Name = string.IsNullOrWhiteSpace(name) ? "通行密钥" : name.Trim();
        await ((IUserPasskeyStore<AppUser>)store).AddOrUpdatePasskeyAsync(user, made.Passkey, cancel);
        db.Note(new FieldChange(nameof(AppUser), user.Id, "Passkey", null, made.Passkey.Name));
    }

    /// <summary>The passkeys of a person.</summary>
    public Task<IList<UserPasskeyInfo>> Of(AppUser user) => users.GetPasskeysAsync(user);

    /// <summary>Removes one.</summary>
    public async Task Remove(AppUser user, byte[] id, CancellationToken cancel)
    {
        await ((IUserPasskeyStore<AppUser>)store).RemovePasskeyAsync(user, id, cancel);
        db.Note(new FieldChange(nameof(AppUser), user.Id, "Passkey", Convert.ToHexStringLower(id), null));
    }
}
