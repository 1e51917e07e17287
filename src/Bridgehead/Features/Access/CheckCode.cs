using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>Judges the second step: a code of the authenticator app, good once on whichever node, or a recovery code.</summary>
public sealed class CheckCode(BridgeheadDb db, CountTries tries, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("Bridgehead.CodeSecret.v1");

    /// <summary>A fresh secret for the authenticator app, 160 bits.</summary>
    public static byte[] NewSecret() => System.Security.Cryptography.RandomNumberGenerator.GetBytes(20);

    /// <summary>The secret as it is kept.</summary>
    public string Seal(byte[] secret) => protector.Protect(Convert.ToBase64String(secret));

    /// <summary>The secret as it was given.</summary>
    public byte[] Open(string kept) => Convert.FromBase64String(protector.Unprotect(kept));

    /// <summary>Whether what was typed is right; it is used up then.</summary>
    public async Task<bool> Run(AppUser user, string typed, CancellationToken cancel)
    {
        if (!await tries.Take($"code:{user.Id}", CountTries.AtOneAccount, cancel) || user.CodeSecret is not { } kept) return false;
        var right = OneTimeCode.StepOf(Open(kept), typed, clock.GetUtcNow()) is { } step
            ? await db.Set<AppUser>().Where(u => u.Id == user.Id && u.LastCodeStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastCodeStep, step), cancel) == 1
            : await UseUp(user, RecoveryCode.DigestOf(typed), cancel);
        if (right) await tries.Forget($"code:{user.Id}", cancel);
        return right;
    }

    private async Task<bool> UseUp(AppUser user, string digest, CancellationToken cancel) =>
        await db.Set<RecoveryCode>().Where(c => c.UserId == user.Id && c.Digest == digest).ExecuteDeleteAsync(cancel) == 1;
}
