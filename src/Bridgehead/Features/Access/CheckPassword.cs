using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>
/// Judges a user name and password. Unknown, locked, disabled and known accounts take the same statements and one derivation
/// of the same cost, and get the same answer (reliability goal 24).
/// </summary>
public sealed class CheckPassword(BridgeheadDb db, CountTries tries, IPasswordHasher<AppUser> hasher, ILookupNormalizer names, NobodysPassword nobody)
{
    /// <summary>The person; null when the name or the password is wrong, too many tries were made, or the account is closed.</summary>
    /// <param name="userName">What was typed as the name.</param>
    /// <param name="password">What was typed as the password.</param>
    /// <param name="address">Where the request came from.</param>
    /// <param name="cancel">Stops when the reader has left.</param>
    public async Task<(AppUser? Person, Guid? About)> Run(string userName, string password, string address, CancellationToken cancel)
    {
        var name = names.NormalizeName(userName.Trim());
        var atAccount = await tries.Take("name:" + name, CountTries.AtOneAccount, cancel);
        var fromAddress = await tries.Take("address:" + address, CountTries.FromOneAddress, cancel);
        var user = await db.Set<AppUser>().Include(u => u.Unit).FirstOrDefaultAsync(u => u.NormalizedUserName == name, cancel);
        var right = hasher.VerifyHashedPassword(user ?? NobodysPassword.Nobody, user?.PasswordHash ?? nobody.Hash, password) != PasswordVerificationResult.Failed;
        if (!right || !atAccount || !fromAddress || user is null or { Disabled: true } or { PasswordHash: null }) return (null, user?.Id);
        await tries.Forget("name:" + name, cancel);
        await tries.GiveBack("address:" + address, cancel);
        return (user, user.Id);
    }
}

/// <summary>A password nobody has, derived once at full cost: what is judged where there is no account.</summary>
public sealed class NobodysPassword(IPasswordHasher<AppUser> hasher)
{
    /// <summary>Nobody.</summary>
    public static AppUser Nobody { get; } = new();

    /// <summary>The derived password.</summary>
    public string Hash { get; } = hasher.HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
}
