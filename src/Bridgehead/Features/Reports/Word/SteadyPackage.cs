using System.IO.Compression;

namespace Bridgehead.Features.Reports;

/// <summary>
/// Packs a document again so that its bytes depend on its content alone: entries in a fixed order, one fixed time, and no compression,
/// whose output may change with the runtime.
/// </summary>
internal static class SteadyPackage
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Repack(byte[] package)
    {
        using var from = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        var stream = new MemoryStream();
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(Order).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression);
                copy.LastWriteTime = Epoch;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }
        return stream.ToArray();
    }

    /// <summary>Readers that look at the first bytes alone expect the list of content types in front.</summary>
    private static int Order(ZipArchiveEntry entry) => entry.FullName switch { "[Content_Types].xml" => 0, "_rels/.rels" => 1, _ => 2 };
}
