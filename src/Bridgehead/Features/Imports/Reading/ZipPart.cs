namespace Bridgehead.Features.Imports.Reading;

/// <summary>One part of a zip package as its central directory claims it to be.</summary>
internal sealed record ZipPart(string Name, int Flags, int Method, long Packed, long Unpacked, long HeaderAt, bool Link)
{
    public bool Encrypted => (Flags & 1) != 0;

    public bool Folder => Name.EndsWith('/') && Unpacked == 0;

    public bool SpreadsheetXml =>
        Name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}
