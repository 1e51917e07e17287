using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bridgehead.Features.Funds.Reading;

namespace Bridgehead.Features.Funds;

/// <summary>A line of an invoice as it is kept; amounts in fen.</summary>
public sealed record KeptLine(string Name, string Measure, string Quantity, long? Fen, string Rate, long? TaxFen);

/// <summary>A value a person put in the place of what was read.</summary>
public sealed record Correction(ReadField Field, string? Before, string? After, string Who, DateTime At, string Why);

/// <summary>What was read from a voucher's file, and what people corrected: kept beside the facts for as long as the voucher.</summary>
public sealed record KeptReading
{
    private const int Rows = 80;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The values with their places.</summary>
    public IReadOnlyList<ReadValue> Values { get; init; } = [];
    /// <summary>The lines.</summary>
    public IReadOnlyList<KeptLine> Lines { get; init; } = [];
    /// <summary>The first rows of the page's text.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];
    /// <summary>What people corrected, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];
    /// <summary>The tax is printed as stars.</summary>
    public bool TaxHidden { get; init; }
    /// <summary>No tax is due.</summary>
    public bool Exempt { get; init; }
    /// <summary>It says it is void.</summary>
    public bool Void { get; init; }
    /// <summary>What differs within the file, in words.</summary>
    public IReadOnlyList<ReadValue> Others { get; init; } = [];

    /// <summary>What another file of the same document, or the person before it came, says differently.</summary>
    public IReadOnlyList<ReadValue> OtherFiles { get; init; } = [];

    /// <summary>What is kept of a reading.</summary>
    public static KeptReading Of(VoucherReading r) => new()
    {
        Values = r.Values, Others = r.Others, TaxHidden = r.TaxHidden, Exempt = r.Exempt, Void = r.IsVoid,
        Lines = [.. r.Lines.Take(200).Select(l => new KeptLine(l.Name, l.Measure, l.Quantity, l.Amount?.Fen, l.Rate, l.Tax?.Fen))], Text = [.. r.Text.Take(Rows)],
    };

    /// <summary>
    /// The readings of two files of one document together: of each field the most trusted place is believed (XML over OFD over PDF over the two-dimensional code), of places equally trusted the
    /// file that came first; what differs is kept beside it, and a mark that one file bears holds for both.
    /// </summary>
    public KeptReading With(KeptReading more)
    {
        var values = Values.Concat(more.Values).GroupBy(v => v.Field).OrderBy(g => g.Key).Select(g => g.MinBy(v => v.From)!).ToList();
        var better = more.Rank < Rank;
        return this with
        {
            Values = values, Others = [.. Others, .. more.Others], OtherFiles = [.. OtherFiles.Concat(Values).Concat(more.Values).Where(v => !v.Says(values.Find(b => b.Field == v.Field)!.Text)).Distinct()],
            Lines = more.Lines.Count > 0 && (better || Lines.Count == 0) ? more.Lines : Lines, Text = Text.Count > 0 ? Text : more.Text,
            TaxHidden = TaxHidden || more.TaxHidden, Exempt = Exempt || more.Exempt, Void = Void || more.Void,
        };
    }

    /// <summary>The most trusted place anything was read from.</summary>
    public ReadFrom Rank => Values.Count == 0 ? ReadFrom.Person : Values.Min(v => v.From);

    /// <summary>What was read in a field; null when nothing was.</summary>
    public ReadValue? Find(ReadField field) => Values.FirstOrDefault(v => v.Field == field);

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>From how it is kept.</summary>
    public static KeptReading Read(string kept) => JsonSerializer.Deserialize<KeptReading>(kept, Json) ?? new KeptReading();
}
