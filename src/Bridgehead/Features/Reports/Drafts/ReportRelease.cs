namespace Bridgehead.Features.Reports;

/// <summary>A released report as it was frozen: its text with every number, the form it was set in, and the digests of its two files. Never changed.</summary>
public sealed class ReportRelease
{
    private ReportRelease() { }

    /// <summary>Freezes a report.</summary>
    public ReportRelease(Guid draftId, string document, string form, string fileDigest, string maskedDigest, long size, DateTime at)
    {
        (Id, DraftId, Document, Form, FileDigest, MaskedDigest, Size, At) = (Guid.CreateVersion7(), draftId, document, form, fileDigest, maskedDigest, size, at);
        Writer = CurrentWriter;
    }

    /// <summary>The version of the program's writer of documents; raised when the same report would give other bytes.</summary>
    public const int CurrentWriter = 1;

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>Which report.</summary>
    public Guid DraftId { get; private set; }
    /// <summary>Everything it prints (<see cref="KeptReport"/>).</summary>
    public string Document { get; private set; } = "";
    /// <summary>The form it is set in (<see cref="OfficialForm"/>).</summary>
    public string Form { get; private set; } = "";
    /// <summary>SHA-256 of the file with its numbers.</summary>
    public string FileDigest { get; private set; } = "";
    /// <summary>SHA-256 of the masked edition.</summary>
    public string MaskedDigest { get; private set; } = "";
    /// <summary>Bytes of the file with its numbers.</summary>
    public long Size { get; private set; }
    /// <summary>The version of the writer that made the files.</summary>
    public int Writer { get; private set; }
    /// <summary>When it was frozen (UTC).</summary>
    public DateTime At { get; private set; }
}
