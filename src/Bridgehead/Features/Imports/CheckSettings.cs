using System.Text.Encodings.Web;
using System.Text.Json;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>Everything a person decided about a ledger, kept with its check.</summary>
public sealed record CheckSettings
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Unknown units and indicators are added.</summary>
    public bool AddMissing { get; init; }
    /// <summary>Rows without a 类别 are targets.</summary>
    public bool Targets { get; init; }
    /// <summary>The unit of rows that name none, by its code.</summary>
    public string? Unit { get; init; }
    /// <summary>By what a known record is recognised.</summary>
    public MatchBy MatchBy { get; init; }
    /// <summary>What happens to a known record; null is the habit of the kind.</summary>
    public OnExisting? OnExisting { get; init; }
    /// <summary>Days of progress and stage are taken from the ledger.</summary>
    public bool KeepDates { get; init; } = true;
    /// <summary>Yuan for one dollar.</summary>
    public string? DollarRate { get; init; }
    /// <summary>What was decided sheet by sheet.</summary>
    public List<SheetChoice> Sheets { get; init; } = [];
    /// <summary>Cells put right by hand.</summary>
    public List<CellCorrection> Corrections { get; init; } = [];

    /// <summary>Contents put right wherever they stand in a column.</summary>
    public List<CellReplacement> Replacements { get; init; } = [];

    /// <summary>What stands beside the file when it is read.</summary>
    public LedgerChoices Choices(RememberedHeadings headings, IReadOnlyDictionary<(string, string), string> proposed) =>
        new() { Sheets = Sheets, Corrections = Corrections, Replacements = Replacements, Remembered = headings, Proposed = proposed };

    /// <summary>The options of the import, with what words mean.</summary>
    public ImportOptions Options(IReadOnlyDictionary<string, string> words) => new(AddMissing, Targets, string.IsNullOrWhiteSpace(Unit) ? null : Unit)
    {
        MatchBy = MatchBy, OnExisting = OnExisting, KeepDates = KeepDates, DollarRate = DollarRate, Words = words,
    };

    /// <summary>As text to be kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a kept one.</summary>
    public static CheckSettings Of(string? text) => string.IsNullOrEmpty(text) ? new CheckSettings() : JsonSerializer.Deserialize<CheckSettings>(text, Json)!;
}
