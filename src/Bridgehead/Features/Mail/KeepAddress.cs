using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Bridgehead.Features.Mail;

/// <summary>Keeps where a person gets letters. An address counts only after the code sent to it was typed.</summary>
public sealed class KeepAddress(BridgeheadDb db, MailSettings settings, Asker asker, Words words, TimeProvider clock)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromMinutes(15);
    /// <summary>How many wrong codes are taken before a new one must be asked for.</summary>
    public const int Most = 5;
    /// <summary>How many codes a person may ask for in an hour.</summary>
    public const int PerHour = 5;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The asker's address; null when none was ever asked for.</summary>
    public Task<MailAddress?> Mine(CancellationToken cancel = default) => db.Set<MailAddress>().AsNoTracking().FirstOrDefaultAsync(a => a.UserId == asker.UserId, cancel);

    /// <summary>The letter with the code the asker asked for last; null when none was.</summary>
    public Task<Letter?> Code(CancellationToken cancel = default) =>
        db.Set<Letter>().AsNoTracking().Where(l => l.UserId == asker.UserId && l.AboutId == l.UserId).OrderByDescending(l => l.At).FirstOrDefaultAsync(cancel);

    /// <summary>Sends a code to an address.</summary>
    public async Task Ask(string? typed, CancellationToken cancel = default)
    {
        Refusal.Unless(settings.IsOn, $"本系统没有设置发信服务器，请联系系统管理员");
        var address = (typed ?? "").Trim();
        Refusal.Unless(address.Length is > 0 and <= 254 && MailboxAddress.TryParse(address, out var read) && read.Address == address && address.IndexOf('@', StringComparison.Ordinal) > 0, $"“{address}”不是邮箱地址，应如 name@example.gov.cn", "Address");
        await db.BeginWrite(cancel);
        var (user, hourAgo) = (asker.UserId!.Value, Now.AddHours(-1));
        await Alone(user, cancel);
        Refusal.When(await db.Set<Letter>().CountAsync(l => l.UserId == user && l.AboutId == user && l.At > hourAgo, cancel) >= PerHour, $"一小时内最多发{PerHour}次验证码，请稍后再试", "Address");
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        var mine = await Tracked(cancel);
        (mine.Asked, mine.CodeDigest, mine.CodeUntil, mine.Misses) = (address, Digest(code), Now + Good, 0);
        db.Add(new Letter(user, address, words["桥头堡：确认邮箱"], words.Say($"验证码：{code}。15分钟内有效。如果不是您本人操作，请忽略。"), Now) { AboutId = user });
        db.Note(new FieldChange(nameof(MailAddress), user, "Asked", null, Masked(address)));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes the code that was sent.</summary>
    /// <returns>False for a wrong code, which has been counted.</returns>
    public async Task<bool> Confirm(string? typed, CancellationToken cancel = default)
    {
        await db.BeginWrite(cancel);
        await Alone(asker.UserId!.Value, cancel);
        var mine = await Tracked(cancel);
        Refusal.When(mine.Asked is null || mine.CodeDigest is null, $"没有等待确认的邮箱，请先填写邮箱", "Code");
        Refusal.When(mine.CodeUntil < Now, $"验证码已过期，请重新获取", "Code");
        Refusal.When(mine.Misses >= Most, $"验证码已输错{Most}次，请重新获取", "Code");
        var good = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest(string.Concat((typed ?? "").Where(char.IsAsciiDigit)))), Encoding.ASCII.GetBytes(mine.CodeDigest!));
        if (good)
        {
            db.Note(new FieldChange(nameof(MailAddress), mine.UserId, "Address", Masked(mine.Address), Masked(mine.Asked)));
            (mine.Address, mine.Asked, mine.CodeDigest, mine.CodeUntil) = (mine.Asked, null, null, null);
        }
        else
        {
            mine.Misses++;
            db.Note(new FieldChange(nameof(MailAddress), mine.UserId, "Misses", null, mine.Misses.ToString(CultureInfo.InvariantCulture)));
        }
        await db.SaveChangesAsync(cancel);
        return good;
    }

    /// <summary>Forgets the address: no more letters.</summary>
    public async Task Remove(CancellationToken cancel = default)
    {
        await db.BeginWrite(cancel);
        await Alone(asker.UserId!.Value, cancel);
        var mine = await Tracked(cancel);
        db.Note(new FieldChange(nameof(MailAddress), mine.UserId, "Address", Masked(mine.Address), null));
        db.Remove(mine);
        await db.SaveChangesAsync(cancel);
    }

    // many codes tried at the same moment come one after the other, on however many nodes
    private Task<int> Alone(Guid user, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "MailAddresses" ("UserId", "Misses") VALUES ({user}, 0) ON CONFLICT ("UserId") DO UPDATE SET "Misses" = "MailAddresses"."Misses"
        """, cancel);

    private Task<MailAddress> Tracked(CancellationToken cancel) => db.Set<MailAddress>().SingleAsync(a => a.UserId == asker.UserId, cancel);

    private static string Digest(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));

    /// <summary>An address as the trail keeps it: its first letter and its server.</summary>
    internal static string? Masked(string? address) => address is null ? null : address[..1] + "***" + address[address.IndexOf('@', StringComparison.Ordinal)..];
}
