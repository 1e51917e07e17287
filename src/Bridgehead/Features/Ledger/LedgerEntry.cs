using System.Security.Cryptography;

namespace Bridgehead.Features.Ledger;

/// <summary>
/// One line of the ledger of figures: so much of an indicator, for a unit, in a span of months, on this evidence. Never changed and
/// never deleted; a correction is a reversing entry. The hash covers every column and the entry before, so a silent change shows.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>Strictly rising from 1, without gaps.</summary>
    public long Sequence { get; internal set; }
    /// <summary>The document it rests on.</summary>
    public Guid EvidenceId { get; internal set; }
    /// <summary>Which indicator, in which version of its definition.</summary>
    public Guid IndicatorId { get; internal set; }
    /// <summary>The project it belongs to, when there is one.</summary>
    public Guid? ProjectId { get; internal set; }
    /// <summary>The unit it counts for.</summary>
    public Guid UnitId { get; internal set; }
    /// <summary>The day of the business: signing, arrival; the last day of the span for a statement.</summary>
    public DateOnly BusinessDate { get; internal set; }
    /// <summary>When it was recorded (UTC).</summary>
    public DateTime RecordedAt { get; internal set; }
    /// <summary>The first month it speaks for, as yyyymm.</summary>
    public int FromMonth { get; internal set; }
    /// <summary>The last month it speaks for, as yyyymm.</summary>
    public int ToMonth { get; internal set; }
    /// <summary>How much, in the indicator's smallest unit: fen, cents or things.</summary>
    public long Value { get; internal set; }
    /// <summary>True for a statement, which speaks for the whole unit and span; finer entries below it are detail and never added to it.</summary>
    public bool Whole { get; internal set; }
    /// <summary>For a part of a statement, the side it is a part by; such an entry never counts into the total.</summary>
    public Dimension Breakdown { get; internal set; }
    /// <summary>Where the money comes from, as a key of <see cref="Groups"/>.</summary>
    public string? Origin { get; internal set; }
    /// <summary>The branch of the economy, as a key of <see cref="Groups"/>.</summary>
    public string? Industry { get; internal set; }
    /// <summary>The size of the project, as a key of <see cref="Groups"/>.</summary>
    public string? Band { get; internal set; }
    /// <summary>A group only a published statement knows.</summary>
    public string? Other { get; internal set; }
    /// <summary>The industry of the project then, as a code of GB/T 4754; null when not known.</summary>
    public string? Sector { get; internal set; }
    /// <summary>The agreed investment of the project then, in fen; null when not known.</summary>
    public long? ProjectFen { get; internal set; }
    /// <summary>The entry of another indicator it was derived from, by the definition of its own.</summary>
    public long? DerivedFrom { get; internal set; }
    /// <summary>The currency the business was done in, ISO 4217.</summary>
    public string Currency { get; internal set; } = "CNY";
    /// <summary>The entry this one takes back.</summary>
    public long? ReversesSequence { get; internal set; }
    /// <summary>Why it takes it back.</summary>
    public string? Reason { get; internal set; }
    /// <summary>The import it came with.</summary>
    public Guid? BatchId { get; internal set; }
    /// <summary>The hash of the entry before.</summary>
    public string PreviousHash { get; internal set; } = "";
    /// <summary>"sha256:" and 64 hexadecimal digits.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>补报: its day of business lies in a month that was closed when it was recorded, so it counts in the next open one.</summary>
    public bool IsLate => !Whole && Months.Of(BusinessDate) < FromMonth;

    /// <summary>The group it stands in on one side; null when it says nothing of it.</summary>
    public string? Key(Dimension dimension) => dimension switch
    {
        Dimension.Origin => Origin,
        Dimension.Industry => Industry,
        Dimension.Band => Band,
        Dimension.Other => Other,
        _ => "",
    };

    /// <summary>The hash this entry must have after the given one: SHA-256 over every column as text, each with its length before it, -1 for none.</summary>
    public string HashAfter(string previous)
    {
        Span<byte> first = stackalloc byte[1024];
        var writing = new HashedParts(first);
        writing.Add(previous);
        writing.Add(Sequence);
        writing.Add(EvidenceId);
        writing.Add(IndicatorId);
        writing.Add(ProjectId);
        writing.Add(UnitId);
        writing.Add(BusinessDate, "O");
        writing.Add(RecordedAt, "yyyy-MM-ddTHH:mm:ss.ffffffZ");
        writing.Add(FromMonth);
        writing.Add(ToMonth);
        writing.Add(Value);
        writing.Add(Whole ? "1" : "0");
        writing.Add(Breakdown.ToString());
        writing.Add(Origin);
        writing.Add(Industry);
        writing.Add(Band);
        writing.Add(Other);
        writing.Add(Sector);
        writing.Add(ProjectFen);
        writing.Add(DerivedFrom);
        writing.Add(Currency);
        writing.Add(ReversesSequence);
        writing.Add(Reason);
        writing.Add(BatchId);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<char> text = stackalloc char[SHA256.HashSizeInBytes * 2];
        SHA256.HashData(writing.Written, hash);
        Convert.TryToHexStringLower(hash, text, out _);
        return string.Concat("sha256:", text);
    }
}
