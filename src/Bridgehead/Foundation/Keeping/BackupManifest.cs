namespace Bridgehead;

/// <summary>What a backup says of itself: the last part of its file.</summary>
/// <param name="Format">The format's name and version.</param>
/// <param name="At">When the snapshot was taken (UTC).</param>
/// <param name="Database">The engine it was taken from: sqlite or postgres; it can be restored into either.</param>
/// <param name="Schema">The last migration of the database: the program that restores it must have the same.</param>
/// <param name="TrailSequence">The last entry of the audit trail.</param>
/// <param name="TrailHash">Its hash.</param>
/// <param name="Parts">Every other part of the file.</param>
/// <param name="Missing">Attachments whose file was missing or damaged when the backup was made.</param>
public sealed record BackupManifest(
    string Format, DateTime At, string Database, string Schema, long TrailSequence, string TrailHash, IReadOnlyList<BackupPart> Parts, IReadOnlyList<string> Missing)
{
    /// <summary>The format this program writes and reads.</summary>
    public const string Current = "bridgehead-backup-1";

    /// <summary>The manifest's name within the file.</summary>
    public const string Name = "manifest.json";
}

/// <summary>One part of a backup: a table as JSON lines, or an attached file.</summary>
/// <param name="Name">Its name within the file: "tables/Units.jsonl", "files/ab/cdef…".</param>
/// <param name="Sha256">The digest of its content.</param>
/// <param name="Rows">How many rows a table has; null for a file.</param>
public sealed record BackupPart(string Name, string Sha256, long? Rows);
