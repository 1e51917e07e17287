using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>
/// Asks again who sits there, for one decision that cannot be left to an open session (reliability goal 8): the password or a one-time code;
/// a persona of the demo city, who has neither, types the name.
/// </summary>
public sealed class ConfirmPerson(BridgeheadDb db, CountTries tries, IPasswordHasher<AppUser> hasher, CheckCode codes, Asker asker, Installation installation, UnitOfWork work)
{
    /// <summary>Confirms it; called before anything else is changed. Refused when what was typed is wrong, or tried too often.</summary>
    /// <param name="typed">The password, the code, or a persona's name.</param>
    /// <param name="cancel">Stops when the reader has left.</param>
    public async Task Run(string? typed, CancellationToken cancel = default)
    {
        if (asker.IsOperator) return;
        var user = await db.Set<AppUser>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == asker.UserId && !u.Disabled, cancel);
        if (user is { IsPersona: true } && installation.Demo)
        {
            Refusal.Unless(typed?.Trim() == user.DisplayName, $"请输入您的姓名“{user.DisplayName}”，确认由您本人作出决定", "Confirm");
            return;
        }
        await db.BeginWrite(cancel);
        if (user is not null && !string.IsNullOrEmpty(typed) && await Right(user, typed, cancel))
        {
            await tries.Forget($"confirm:{user.Id}", cancel);
            return;
        }
        // the count of tries stands even though the decision is refused
        await work.CommitPart("access.confirm", AuditResult.Denied, cancel);
        throw new Refusal($"密码或验证码不正确，决定没有生效；输错5次后请15分钟后再试", "Confirm");
    }

    private async Task<bool> Right(AppUser user, string typed, CancellationToken cancel)
    {
        if (!await tries.Take($"confirm:{user.Id}", CountTries.AtOneAccount, cancel)) return false;
        if (user.PasswordHash is { } hash && hasher.VerifyHashedPassword(user, hash, typed) != PasswordVerificationResult.Failed) return true;
        return typed.Length <= 12 && await codes.Run(user, typed, cancel);
    }
}
