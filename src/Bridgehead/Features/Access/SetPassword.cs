using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>Gives a person a password: an own choice under the rules, or an initial one that must be replaced at the first sign-in. Ends all sessions of the person.</summary>
public sealed class SetPassword(BridgeheadDb db, IPasswordHasher<AppUser> hasher, TimeProvider clock)
{
    // no letters or digits that look alike
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>The person's own choice. Refused when it breaks the rules or is one of the last five.</summary>
    public async Task Choose(AppUser user, string password, CancellationToken cancel)
    {
        PasswordRules.Check(password, user.UserName, user.DisplayName, user.Unit.Name, user.Unit.ShortName, user.Unit.Code);
        var past = await db.Set<PastPassword>().Where(p => p.UserId == user.Id).OrderByDescending(p => p.At).Take(PasswordRules.History).ToListAsync(cancel);
        foreach (var hash in past.Select(p => p.Hash).Append(user.PasswordHash).OfType<string>().Distinct())
            Refusal.When(hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed, $"不能再用最近5次用过的密码", "Password");
        Keep(user, password);
        user.MustChangePassword = false;
    }

    /// <summary>An initial password given by somebody else.</summary>
    public void Give(AppUser user, string password)
    {
        PasswordRules.Check(password, user.UserName, user.DisplayName);
        Keep(user, password);
        user.MustChangePassword = true;
    }

    /// <summary>A fresh initial password of 95 random bits, easy to copy from paper.</summary>
    public static string Fresh()
    {
        while (true)
        {
            var password = string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(four => new string(four)));
            if (password.Any(char.IsAsciiDigit) && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiLetterLower)) return password;
        }
    }

    private void Keep(AppUser user, string password)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (user.PasswordHash is { } old) db.Add(new PastPassword(user.Id, old, user.PasswordSetAt ?? now));
        (user.PasswordHash, user.PasswordSetAt) = (hasher.HashPassword(user, password), now);
        user.EndSessions();
    }
}
