using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bridgehead;

/// <summary>
/// One entry of the trail as the texts its hash is made of: what an export carries, and what a check reads straight from the
/// columns, so that a value no program could have written is found and named instead of failing to be read.
/// </summary>
/// <param name="Sequence">Strictly rising from 1, without gaps.</param>
/// <param name="At">When, UTC, with six decimals: 2026-01-31T08:00:00.000000Z.</param>
/// <param name="Action">What was done.</param>
/// <param name="Result">How it ended.</param>
/// <param name="UserId">Who; null before sign-in and at the command line.</param>
/// <param name="UserName">The name the person had then.</param>
/// <param name="Role">The role the person had then.</param>
/// <param name="Unit">The unit the person belonged to then.</param>
/// <param name="Address">Where it came from.</param>
/// <param name="SubjectId">The record it was about.</param>
/// <param name="Reason">The reason given, or the sentence of the refusal.</param>
/// <param name="Changes">The changes as JSON.</param>
/// <param name="PreviousHash">The hash of the entry before.</param>
/// <param name="Hash">"sha256:" and 64 hexadecimal digits.</param>
public sealed record TrailLine(
    long Sequence, string At, string Action, string Result, string? UserId, string UserName, string Role, string Unit, string Address,
    string? SubjectId, string? Reason, string Changes, string PreviousHash, string Hash)
{
    /// <summary>How a time is written in the trail.</summary>
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    /// <summary>The line of an entry.</summary>
    public static TrailLine Of(AuditEntry entry) => new(
        entry.Sequence, entry.At.ToString(TimeFormat, CultureInfo.InvariantCulture), entry.Action, entry.Result.ToString(),
        entry.UserId?.ToString("D"), entry.UserName, entry.Role, entry.Unit, entry.Address, entry.SubjectId?.ToString("D"),
        entry.Reason, entry.Changes, entry.PreviousHash, entry.Hash);

    /// <summary>The hash this line must have after the given one: every part with its length in bytes before it, -1 for a part that is not there.</summary>
    public string HashAfter(string previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (ReadOnlySpan<string?>)
            [previous, Sequence.ToString(CultureInfo.InvariantCulture), At, Action, Result, UserId, UserName, Role, Unit, Address, SubjectId, Reason, Changes])
            Append(hash, part);
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string? part)
    {
        var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
