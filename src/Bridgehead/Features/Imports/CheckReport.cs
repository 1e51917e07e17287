using System.Text.Encodings.Web;
using System.Text.Json;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>What the check of a ledger found: kept with the check, shown on its page, answered by the API.</summary>
public sealed class CheckReport
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The sheets that are imported.</summary>
    public List<CheckedSheet> Sheets { get; set; } = [];
    /// <summary>The other sheets.</summary>
    public List<LeftOut> Unread { get; set; } = [];
    /// <summary>Words nobody knew.</summary>
    public List<UnknownWord> Words { get; set; } = [];

    /// <summary>What fields with a fixed set of values may say, by key.</summary>
    public Dictionary<string, IReadOnlyList<WordMeaning>> Meanings { get; set; } = [];

    /// <summary>How many rows were read.</summary>
    public int Read => Sheets.Sum(s => s.Read);
    /// <summary>How many become new records.</summary>
    public int Added => Sheets.Sum(s => s.Added);
    /// <summary>How many change records that are there already.</summary>
    public int Updated => Sheets.Sum(s => s.Updated);
    /// <summary>How many belong to records that are there already and change nothing.</summary>
    public int Unchanged => Sheets.Sum(s => s.Unchanged);
    /// <summary>How many are refused.</summary>
    public int Refused => Sheets.Sum(s => s.Refused);
    /// <summary>How many are taken.</summary>
    public int Accepted => Added + Updated + Unchanged;

    /// <summary>As text to be kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a kept one.</summary>
    public static CheckReport Of(string? text) => string.IsNullOrEmpty(text) ? new CheckReport() : JsonSerializer.Deserialize<CheckReport>(text, Json)!;
}

/// <summary>What the check found in one sheet.</summary>
public sealed class CheckedSheet
{
    /// <summary>The sheet's name.</summary>
    public string Name { get; set; } = "";
    /// <summary>The heading's first line; 0 when there is none.</summary>
    public int FirstHeaderRow { get; set; }
    /// <summary>The heading's last line.</summary>
    public int HeaderRow { get; set; }
    /// <summary>How sure the heading is.</summary>
    public Certainty Certainty { get; set; }
    /// <summary>What headings of this table share, to be remembered by.</summary>
    public string Signature { get; set; } = "";
    /// <summary>The year dates without one belong to.</summary>
    public int? Year { get; set; }
    /// <summary>A table with its years across.</summary>
    public bool IsWide { get; set; }
    /// <summary>The indicator a wide table names.</summary>
    public string? Indicator { get; set; }
    /// <summary>The unit of measure a wide table names.</summary>
    public string? Measure { get; set; }
    /// <summary>Whether each row of a wide table is an indicator.</summary>
    public bool RowsAreIndicators { get; set; }
    /// <summary>All columns.</summary>
    public List<CheckedColumn> Columns { get; set; } = [];
    /// <summary>Names of required columns that are missing, and that nobody gave a value for.</summary>
    public List<string> Missing { get; set; } = [];
    /// <summary>Columns it does not have that one value can be given for.</summary>
    public List<AbsentField> Absent { get; set; } = [];
    /// <summary>What was given for all rows.</summary>
    public List<GivenField> Given { get; set; } = [];
    /// <summary>Reasons that refused rows share.</summary>
    public List<SameReason> Reasons { get; set; } = [];
    /// <summary>The first rows as they stand in the file.</summary>
    public List<PreviewRow> Preview { get; set; } = [];
    /// <summary>Rows read.</summary>
    public int Read { get; set; }
    /// <summary>Rows that become new records.</summary>
    public int Added { get; set; }
    /// <summary>Rows that change records.</summary>
    public int Updated { get; set; }
    /// <summary>Rows that change nothing.</summary>
    public int Unchanged { get; set; }
    /// <summary>Rows refused.</summary>
    public int Refused { get; set; }
    /// <summary>The first refused rows, with all their cells.</summary>
    public List<RefusedLine> RefusedRows { get; set; } = [];
    /// <summary>What else was found.</summary>
    public List<NotedCell> Notes { get; set; } = [];
    /// <summary>How many findings there were besides.</summary>
    public int MoreNotes { get; set; }
    /// <summary>The first records that change, field by field.</summary>
    public List<UpdatedLine> Updates { get; set; } = [];
    /// <summary>The first new records that may be there already under another name.</summary>
    public List<DoubledLine> Doubles { get; set; } = [];
    /// <summary>How many there are.</summary>
    public int DoublesCount { get; set; }
    /// <summary>Rows that are no records.</summary>
    public List<PassedLine> Skipped { get; set; } = [];
}

/// <summary>A column of a sheet: what it is taken for, how sure, and why.</summary>
public sealed record CheckedColumn(int Index, string Letters, string Heading, string? Key, string? Name, string? Unit, int Score, Said? Why, IReadOnlyList<string> Samples);

/// <summary>A row of the preview. Look: above, header, record or passed.</summary>
public sealed record PreviewRow(int Number, IReadOnlyList<string?> Cells, string Look, Said? Why);

/// <summary>A refused row: its cells by column, and what is wrong.</summary>
public sealed record RefusedLine(int Row, IReadOnlyList<string?> Cells, IReadOnlyList<CellProblem> Problems);

/// <summary>What is wrong with a refused row, and in which column; the key also where the sheet has no such column.</summary>
public sealed record CellProblem(int? Index, string? Column, Said Reason, string? Key = null);

/// <summary>Something to know about a row that is taken.</summary>
public sealed record NotedCell(int Row, string? Column, Severity Severity, Said Message, string? Raw);

/// <summary>A record that changes.</summary>
public sealed record UpdatedLine(int Row, string Name, IReadOnlyList<ChangedField> Changes);

/// <summary>
/// A new record that may be there already: the other's name and identity where the reader may see it and it stands, or the number of the earlier row; the level of the
/// suspicion, and what the two have in common.
/// </summary>
public sealed record DoubledLine(int Row, string Name, string? Other, Guid? OtherId, int? OtherRow, int Level, string Why, Said Sentence);

/// <summary>Rows passed over.</summary>
public sealed record PassedLine(int First, int Last, Said Reason);

/// <summary>A sheet left out, with its first rows.</summary>
public sealed record LeftOut(string Name, Said Reason, IReadOnlyList<PreviewRow> Preview);

/// <summary>A word nobody knew, and what it may mean.</summary>
public sealed record UnknownWord(string Field, string FieldName, string Word, int Count, IReadOnlyList<WordMeaning> Meanings);
