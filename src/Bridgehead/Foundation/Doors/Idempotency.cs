using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>The key of the unsafe request being answered, and what was answered to it before.</summary>
public sealed class Idempotency(BridgeheadDb db, Asker asker, TimeProvider clock)
{
    private static readonly ConcurrentDictionary<(Guid User, string Key), bool> Running = new();

    private string? key;
    private string request = "";

    /// <summary>Takes the key of this request. Refused when it is missing or too long.</summary>
    public void Take(string? given, string digest)
    {
        Refusal.When(string.IsNullOrWhiteSpace(given), $"缺少防重复提交标识（Idempotency-Key），请刷新后重试");
        Refusal.When(given!.Length > 80, $"防重复提交标识最长80个字符");
        (key, request) = (given, digest);
    }

    /// <summary>Marks the key as being worked on until it is disposed; null when it is already. Between nodes the stored reply's own key decides.</summary>
    public IDisposable? Begin() => key is { } taken && Running.TryAdd((asker.UserId ?? Guid.Empty, taken), true) ? new Work((asker.UserId ?? Guid.Empty, taken)) : null;

    /// <summary>What was answered to this key before; null when it is new. Refused when the key came with another content.</summary>
    public async Task<StoredReply?> Earlier(CancellationToken cancel)
    {
        if (key is null) return null;
        var user = asker.UserId ?? Guid.Empty;
        var reply = await db.Set<StoredReply>().AsNoTracking().FirstOrDefaultAsync(r => r.UserId == user && r.Key == key, cancel);
        Refusal.When(reply is not null && reply.Request != request, $"同一防重复提交标识已用于另一份内容，请刷新后重新填写");
        return reply;
    }

    /// <summary>Keeps the answer with the effect, in the open transaction.</summary>
    public void Keep(int status, string? location, string? tag, string? body)
    {
        if (key is null) return;
        db.Add(new StoredReply
        {
            UserId = asker.UserId ?? Guid.Empty, Key = key, Request = request, Status = status,
            Location = location, Tag = tag, Body = body, At = clock.GetUtcNow().UtcDateTime,
        });
    }

    /// <summary>The digest of a request's method, path and content.</summary>
    public static string Digest(string method, string path, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{method} {path}\n"));
        hash.AppendData(content);
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed class Work((Guid, string) running) : IDisposable
    {
        public void Dispose() => Running.TryRemove(running, out _);
    }
}
