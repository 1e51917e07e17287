using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TrailVerifier;

/// <summary>
/// Proves an exported audit trail from its text alone. The first line names the format and the head; each further line is one entry.
/// An entry's hash is SHA-256 over the previous hash and its columns in a fixed order, each as UTF-8 with its length in bytes before it
/// (32 bits, big-endian; -1 for a null). Shares no code with the application.
/// </summary>
public static class TrailFile
{
    private const string Format = "bridgehead-trail-1";
    private const string Genesis = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly string[] Hashed =
        ["sequence", "at", "action", "result", "userId", "userName", "role", "unit", "address", "subjectId", "reason", "changes"];

    private static readonly HashSet<string> Names = [.. Hashed, "previousHash", "hash"];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>Reads the export line by line and stops at the first thing wrong.</summary>
    /// <param name="export">The export.</param>
    /// <param name="anchor">The head's hash as it was kept elsewhere; null to rely on the export's own.</param>
    public static Proof Prove(TextReader export, string? anchor = null)
    {
        var (entries, hash) = (0L, Genesis);
        try
        {
            if (export.ReadLine() is not { } first) return new Proof(0, hash, "the file is empty");
            using var header = JsonDocument.Parse(first, Strict);
            if (Text(header.RootElement, "format") != Format) return new Proof(0, hash, "not an exported trail");
            while (export.ReadLine() is { } line)
            {
                using var entry = JsonDocument.Parse(line, Strict);
                if (Wrong(entry.RootElement, entries + 1, hash) is { } wrong) return new Proof(entries, hash, wrong);
                (entries, hash) = (entries + 1, Text(entry.RootElement, "hash")!);
            }
            if (Number(header.RootElement, "sequence") != entries) return new Proof(entries, hash, "the trail does not end where its head says");
            if (Text(header.RootElement, "hash") != hash) return new Proof(entries, hash, "the last entry does not carry the head's hash");
            if (anchor is not null && anchor != hash) return new Proof(entries, hash, "the head is not the one kept elsewhere");
            return new Proof(entries, hash, null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return new Proof(entries, hash, "the line cannot be read: " + unreadable.Message);
        }
    }

    private static string? Wrong(JsonElement entry, long sequence, string previous)
    {
        if (entry.EnumerateObject().Any(p => !Names.Contains(p.Name))) return "the line says something that is not covered by the hash";
        if (Number(entry, "sequence") != sequence) return string.Create(CultureInfo.InvariantCulture, $"entry {sequence} is missing");
        if (Text(entry, "previousHash") != previous) return "it is not chained to the entry before it";
        return Text(entry, "hash") == HashOf(entry, previous) ? null : "its content does not match its hash";
    }

    private static string HashOf(JsonElement entry, string previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, previous);
        foreach (var name in Hashed) Append(hash, Text(entry, name));
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

    private static string? Text(JsonElement of, string name) => !of.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetInt64().ToString(CultureInfo.InvariantCulture),
        _ => value.GetString(),
    };

    private static long? Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}

/// <summary>What was proved.</summary>
/// <param name="Entries">How many entries hold, from the first.</param>
/// <param name="Hash">The hash of the last of them.</param>
/// <param name="Wrong">What is wrong with the next; null when the whole trail holds.</param>
public sealed record Proof(long Entries, string Hash, string? Wrong);
