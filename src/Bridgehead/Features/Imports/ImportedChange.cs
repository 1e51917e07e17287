namespace Bridgehead.Features.Imports;

/// <summary>What a batch changed of one record that was there before: kept so that the batch can be undone.</summary>
public sealed class ImportedChange
{
    /// <summary>A project.</summary>
    public const string OfProject = "project";
    /// <summary>An enterprise.</summary>
    public const string OfEnterprise = "enterprise";
    /// <summary>A target.</summary>
    public const string OfTarget = "target";
    /// <summary>The ledger as a whole: what a person gave for all its rows. The record is the batch itself; undoing has nothing to do with it.</summary>
    public const string OfWholeLedger = "given";

    private ImportedChange() { }

    /// <summary>Keeps a change.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="kind">The kind of record.</param>
    /// <param name="recordId">The record.</param>
    /// <param name="versionAfter">The record's version once it was changed; a later one means somebody changed it since.</param>
    /// <param name="fields">Its fields before and after, as JSON.</param>
    public ImportedChange(Guid batchId, string kind, Guid recordId, long versionAfter, string fields) =>
        (Id, BatchId, Kind, RecordId, VersionAfter, Fields) = (Guid.CreateVersion7(), batchId, kind, recordId, versionAfter, fields);

    /// <summary>Its identity.</summary>
    public Guid Id { get; private set; }
    /// <summary>The batch.</summary>
    public Guid BatchId { get; private set; }
    /// <summary>The kind of record.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>The record.</summary>
    public Guid RecordId { get; private set; }
    /// <summary>The record's version once it was changed.</summary>
    public long VersionAfter { get; private set; }
    /// <summary>Its fields before and after, as JSON.</summary>
    public string Fields { get; private set; } = "";
}
