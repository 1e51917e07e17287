using System.IO.Compression;
using System.Text;

namespace Bridgehead;

/// <summary>What a file is, told by its content; the name must agree. Programs, pages and anything that can run are refused.</summary>
/// <param name="MediaType">The media type it is given out as.</param>
/// <param name="Suffixes">The suffixes its name may have.</param>
public sealed record FileKind(string MediaType, params string[] Suffixes)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly FileKind Pdf = new("application/pdf", ".pdf");
    private static readonly FileKind Ofd = new("application/ofd", ".ofd");
    private static readonly FileKind Xml = new("application/xml", ".xml");
    private static readonly FileKind Text = new("text/plain", ".txt", ".csv", ".md", ".log");
    private static readonly FileKind OldOffice = new("application/x-ole-storage", ".doc", ".xls", ".ppt", ".wps", ".et", ".dps");

    private static readonly (byte[] Start, FileKind Kind)[] Pictures =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], new FileKind("image/png", ".png")),
        ([0xFF, 0xD8, 0xFF], new FileKind("image/jpeg", ".jpg", ".jpeg")),
        ("GIF87a"u8.ToArray(), new FileKind("image/gif", ".gif")),
        ("GIF89a"u8.ToArray(), new FileKind("image/gif", ".gif")),
        ([0x49, 0x49, 0x2A, 0x00], new FileKind("image/tiff", ".tif", ".tiff")),
        ([0x4D, 0x4D, 0x00, 0x2A], new FileKind("image/tiff", ".tif", ".tiff")),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], OldOffice),
    ];

    private static readonly (string Folder, FileKind Kind)[] Packages =
    [
        ("word/", new FileKind(Office + "wordprocessingml.document", ".docx")),
        ("xl/", new FileKind(Office + "spreadsheetml.sheet", ".xlsx")),
        ("ppt/", new FileKind(Office + "presentationml.presentation", ".pptx")),
    ];

    private static readonly string[] Page = ["<html", "<!doctype html", "<svg", "<script", "<body", "<iframe", "<?php", "#!"];

    /// <summary>The kind of a file. Refused when it is none of those accepted, or when its name says otherwise.</summary>
    /// <param name="file">The whole content, readable and seekable; left where it was.</param>
    /// <param name="name">The name it came with.</param>
    public static FileKind Of(Stream file, string name)
    {
        var head = new byte[4096];
        file.Position = 0;
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var kind = Recognise(head.AsSpan(0, length), file)
            ?? throw new Refusal($"不接受这种文件，请上传 PDF、图片、Word、Excel、PPT、OFD、XML 或文本文件", "File");
        var suffix = AttachmentName.Suffix(name);
        Refusal.Unless(kind.Suffixes.Contains(suffix, StringComparer.OrdinalIgnoreCase), $"文件名后缀“{suffix}”与内容不符，请用原来的后缀上传", "File");
        return kind;
    }

    private static FileKind? Recognise(ReadOnlySpan<byte> head, Stream file)
    {
        if (head.StartsWith("%PDF-"u8)) return Pdf;
        foreach (var (start, kind) in Pictures)
            if (head.StartsWith(start)) return kind;
        if (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8)) return new FileKind("image/webp", ".webp");
        if (head.StartsWith("PK\u0003\u0004"u8)) return Package(file);
        return Written(head);
    }

    private static FileKind? Package(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var parts = zip.Entries.Select(e => e.FullName).ToList();
            if (parts.Exists(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            if (parts.Contains("OFD.xml")) return Ofd;
            if (!parts.Contains("[Content_Types].xml")) return null;
            return Array.Find(Packages, k => parts.Exists(p => p.StartsWith(k.Folder, StringComparison.Ordinal))).Kind;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static FileKind? Written(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.ContainsAnyInRange((byte)0, (byte)8) || head.StartsWith("MZ"u8)) return null;
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (Array.Exists(Page, mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase))) return null;
        return text.StartsWith("<?xml", StringComparison.Ordinal) ? Xml : text.StartsWith('<') ? null : Text;
    }
}
