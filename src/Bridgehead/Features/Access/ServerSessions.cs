using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Access;

/// <summary>
/// Keeps sign-ins in the database, shared by all nodes. Idle sessions end after 30 minutes, all after 12 hours
/// (reliability goal 28); signing out removes the row, so the cookie is worth nothing afterwards.
/// </summary>
internal sealed class ServerSessions(IServiceScopeFactory scopes, IDataProtectionProvider protection, IHttpContextAccessor http, TimeProvider clock)
    : ITicketStore
{
    /// <summary>How long a session may lie idle.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    /// <summary>How long a session may last.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Under this key the request knows the digest of its own session.</summary>
    public static readonly object Current = new();

    private readonly IDataProtector protector = protection.CreateProtector("Bridgehead.Sessions.v1");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BridgeheadDb>();
        await db.Set<UserSession>().Where(s => s.ExpiresAt < now).ExecuteDeleteAsync();
        await BulkInsert.Into(db, [new UserSession
        {
            KeyDigest = Digest(key), UserId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture),
            Ticket = Seal(ticket), StartedAt = now, SeenAt = now, ExpiresAt = now + Longest,
            Address = http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "",
            Browser = Short(http.HttpContext?.Request.Headers.UserAgent.ToString() ?? ""),
        }]);
        await db.Database.CurrentTransaction!.CommitAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (digest, sealedTicket) = (Digest(key), Seal(ticket));
        var user = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        await scope.ServiceProvider.GetRequiredService<BridgeheadDb>().Set<UserSession>().Where(s => s.KeyDigest == digest && s.UserId == user)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, sealedTicket));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (http.HttpContext is { } asking) return await Retrieve(asking.RequestServices.GetRequiredService<BridgeheadDb>(), key);
        await using var scope = scopes.CreateAsyncScope();
        return await Retrieve(scope.ServiceProvider.GetRequiredService<BridgeheadDb>(), key);
    }

    private async Task<AuthenticationTicket?> Retrieve(BridgeheadDb db, string key)
    {
        var (digest, now) = (Digest(key), clock.GetUtcNow().UtcDateTime);
        var session = await db.Set<UserSession>().AsNoTracking().FirstOrDefaultAsync(s => s.KeyDigest == digest);
        if (session is null || session.ExpiresAt < now || session.SeenAt + Idle < now) return null;
        // nobody who reads waits for somebody who writes: a later request says that the person was here
        if (now - session.SeenAt > TimeSpan.FromMinutes(1) && !db.IsBeingWritten)
            await db.Set<UserSession>().Where(s => s.KeyDigest == digest).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now));
        if (http.HttpContext is { } asked) asked.Items[Current] = digest;
        return TicketSerializer.Default.Deserialize(protector.Unprotect(session.Ticket));
    }

    public async Task RemoveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var digest = Digest(key);
        await scope.ServiceProvider.GetRequiredService<BridgeheadDb>().Set<UserSession>().Where(s => s.KeyDigest == digest).ExecuteDeleteAsync();
    }

    private byte[] Seal(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    private static string Short(string text) => text.Length <= 200 ? text : text[..200];
}
