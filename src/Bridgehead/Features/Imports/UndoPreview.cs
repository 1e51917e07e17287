namespace Bridgehead.Features.Imports;

/// <summary>What to do with records of a batch that somebody changed after the import.</summary>
public enum ChangedSince
{
    /// <summary>They stay as they are now.</summary>
    [Label("保留这些，其余撤销")] Keep,
    /// <summary>They are taken back as well.</summary>
    [Label("一并撤销")] TakeBack,
}

/// <summary>What undoing a batch would do, and what has happened to it since.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Records">New records that nobody has touched and go to the trash.</param>
/// <param name="Restored">Records that were changed by the batch alone and get their former values back.</param>
/// <param name="Entries">Entries of the ledger of figures that are taken back by opposite ones.</param>
/// <param name="EntriesReversed">Entries that were taken back already.</param>
/// <param name="Targets">New targets that are removed.</param>
/// <param name="ChangedCount">How many records somebody changed since.</param>
/// <param name="Changed">The first of them.</param>
public sealed record UndoPreview(ImportBatch Batch, int Records, int Restored, int Entries, int EntriesReversed, int Targets, int ChangedCount, IReadOnlyList<ChangedRecord> Changed)
{
    /// <summary>Whether the person must say what happens to what was changed.</summary>
    public bool MustAsk => ChangedCount > 0;
}

/// <summary>A record of a batch that somebody changed since.</summary>
/// <param name="Kind">project, enterprise or target.</param>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="How">What happened: edited, moved to another stage, thrown away.</param>
public sealed record ChangedRecord(string Kind, Guid Id, string Name, ChangeSince How);

/// <summary>What happened to a record since it was imported.</summary>
public enum ChangeSince
{
    /// <summary>Its content was changed.</summary>
    [Label("内容已修改")] Edited,
    /// <summary>It was moved to another stage.</summary>
    [Label("已转阶段")] Moved,
}
