using Bridgehead.Features.Duplicates;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>What became of one row when it was judged.</summary>
public enum RowVerdict
{
    /// <summary>Refused; the row says why.</summary>
    Refused,
    /// <summary>It becomes a new record.</summary>
    Added,
    /// <summary>It belongs to a record that is there already; what changes is known once all rows are judged.</summary>
    Matched,
}

/// <summary>What one kind of ledger knows: its columns, how a row becomes a record, and how the records are written. Made anew for each import.</summary>
public abstract class RowImport
{
    private readonly Dictionary<(string Field, string Word), int> unknown = [];

    /// <summary>The columns it looks for.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Whether tables with their years across become rows.</summary>
    public virtual bool TakesWideTables => false;

    /// <summary>What the person importing decided.</summary>
    public ImportOptions Options { get; set; } = new();

    /// <summary>Words of fields with a fixed set of values that nobody knew, and how often.</summary>
    public IReadOnlyDictionary<(string Field, string Word), int> UnknownWords => unknown;

    /// <summary>What <see cref="Settle"/> found about rows that were matched: a change, or a refusal.</summary>
    public List<SettledRow> Settled { get; } = [];

    /// <summary>What <see cref="Settle"/> found about new records that may be there already under another name.</summary>
    public List<DoubledRow> Doubled { get; } = [];

    /// <summary>Reads what it must know before the first row.</summary>
    public abstract Task Begin(CancellationToken cancel);

    /// <summary>Judges a row, and keeps the record when it is taken.</summary>
    public abstract RowVerdict Take(SheetRow row);

    /// <summary>Judges a row without meaning to keep it: what it says is heard, and nothing is added or counted for it.</summary>
    public void Try(SheetRow row)
    {
        var (options, counted) = (Options, unknown.ToList());
        Options = options with { AddMissing = false };
        Take(row);
        Options = options;
        unknown.Clear();
        foreach (var (word, times) in counted) unknown[word] = times;
    }

    /// <summary>
    /// Looks once at all rows taken, before anything is written and outside of the write: compares those matched with the records that stand and fills
    /// <see cref="Settled"/>. Checks over the whole ledger at once, such as for duplicates, belong here.
    /// </summary>
    public abstract Task Settle(CancellationToken cancel);

    /// <summary>Writes what was kept, for a batch, in the open unit of work.</summary>
    public abstract Task Write(ImportBatch batch, ImportProgress progress, CancellationToken cancel);

    /// <summary>What a word of a field may mean, for a person to choose from; null for fields that take any text.</summary>
    public virtual IReadOnlyList<WordMeaning>? Meanings(string field) => null;

    /// <summary>What a word was said to mean; null when nobody said, which is counted.</summary>
    protected string? MeaningOf(string field, string word)
    {
        if (Options.Words.TryGetValue(ImportOptions.WordKey(field, word), out var meaning)) return meaning;
        unknown[(field, word)] = unknown.GetValueOrDefault((field, word)) + 1;
        return null;
    }

    /// <summary>A text cut to what its field holds.</summary>
    protected static string? Limit(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}

/// <summary>One thing a word may mean.</summary>
/// <param name="Key">What the field understands.</param>
/// <param name="Name">What it is called.</param>
public sealed record WordMeaning(string Key, string Name);

/// <summary>What became of a row that belongs to a record that is there already.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Row">Its number.</param>
/// <param name="Name">The record.</param>
/// <param name="Changes">What it changes; empty when it changes nothing.</param>
public sealed record SettledRow(string Sheet, int Row, string Name, IReadOnlyList<ChangedField> Changes)
{
    /// <summary>Why it is refused after all: every reason; empty when it is not.</summary>
    public IReadOnlyList<FormattableString> Refused { get; init; } = [];


    /// <summary>The row had been counted as a new record.</summary>
    public bool WasAdded { get; init; }
}

/// <summary>One field of a record before and after.</summary>
/// <param name="Name">What the field is called.</param>
/// <param name="Before">As it stands; null for nothing.</param>
/// <param name="After">As it will stand.</param>
public sealed record ChangedField(string Name, string? Before, string? After);

/// <summary>A row whose record may be one that is there already, or an earlier row of the same ledger.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Row">Its number.</param>
/// <param name="Found">What it may be, and why.</param>
/// <param name="OtherRow">The number of the earlier row; null for a record that stands.</param>
public sealed record DoubledRow(string Sheet, int Row, LedgerDouble Found, int? OtherRow);
