using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>What one kind of ledger knows: its columns, how a row becomes a record, and how the records are written. Made anew for each import.</summary>
public abstract class RowImport
{
    /// <summary>The columns it looks for.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>What the person importing allowed.</summary>
    public ImportOptions Options { get; set; } = new();

    /// <summary>Reads what it must know before the first row.</summary>
    public abstract Task Begin(CancellationToken cancel);

    /// <summary>Judges a row, and keeps the record when it is taken. Returns whether the record was known already.</summary>
    public abstract bool Take(SheetRow row);

    /// <summary>Writes what was kept, for a batch.</summary>
    public abstract Task Write(ImportBatch batch, CancellationToken cancel);
}
