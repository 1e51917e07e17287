using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bridgehead;

/// <summary>
/// Writes the trail as JSON lines: a first line with the format and the head, then one line an entry with every text its hash is made
/// of. A program of a few lines proves such a file without this application (tools/TrailVerifier).
/// </summary>
public sealed class ExportTrail(ReadTrail trail)
{
    /// <summary>The name of the format, in the first line.</summary>
    public const string Format = "bridgehead-trail-1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes everything up to the head as it is now; returns the head.</summary>
    public async Task<ChainHead> Run(Stream to, CancellationToken cancel = default)
    {
        var head = await trail.Head(cancel) ?? throw new Refusal($"审计链的末尾记录缺失");
        await Line(to, new { format = Format, sequence = head.Sequence, hash = head.Hash }, cancel);
        await foreach (var line in trail.Lines(cancel).WithCancellation(cancel))
        {
            if (line.Sequence > head.Sequence) break;
            await Line(to, line, cancel);
        }
        await to.FlushAsync(cancel);
        return head;
    }

    private static async Task Line<T>(Stream to, T line, CancellationToken cancel)
    {
        await JsonSerializer.SerializeAsync(to, line, Json, cancel);
        await to.WriteAsync("\n"u8.ToArray(), cancel);
    }
}
