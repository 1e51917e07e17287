using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Bridgehead;

/// <summary>A currency by its three-letter code (ISO 4217), from the currencies investors here use.</summary>
public readonly record struct CurrencyCode
{
    private static readonly FrozenDictionary<string, Row> Rows = ReferenceTable.Read("currencies")
        .Select(cells => new Row(cells[0], cells[1], cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture), cells.Length > 4 ? cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries) : []))
        .ToFrozenDictionary(row => row.Code);

    private static readonly FrozenDictionary<string, string> ByWord = Rows.Values
        .SelectMany(row => row.Words.Append(row.Code).Append(row.Name).Select(word => (Word: Clean(word), row.Code)))
        .DistinctBy(pair => pair.Word).ToFrozenDictionary(pair => pair.Word, pair => pair.Code);

    private readonly string? value;

    private CurrencyCode(string value) => this.value = value;

    /// <summary>人民币, also where nothing else was said.</summary>
    public static CurrencyCode Yuan => default;

    /// <summary>美元.</summary>
    public static CurrencyCode Dollar => new("USD");

    /// <summary>Every currency known, the usual ones first.</summary>
    public static IEnumerable<CurrencyCode> All => ReferenceTable.Read("currencies").Select(cells => new CurrencyCode(cells[0]));

    /// <summary>The three letters: "USD".</summary>
    public string Value => value ?? "CNY";

    /// <summary>Its Chinese name: "美元".</summary>
    public string Name => Rows[Value].Name;

    /// <summary>Its English name: "US dollar".</summary>
    public string EnglishName => Rows[Value].English;

    /// <summary>Digits its amounts have after the point: 2 for most, 0 for yen and won.</summary>
    public int Digits => Rows[Value].Digits;

    /// <summary>A currency from its code or any of its names. Refused when it is not known.</summary>
    public static CurrencyCode Create(string text)
    {
        Refusal.Unless(TryRead(text, out var currency), $"不认识的币种“{text}”，请写名称或三个字母的代码（ISO 4217），如美元或USD");
        return currency;
    }

    /// <summary>Reads a code or a name people write for it: "usd", "美元", "美金", "US$", "万美元" is an amount and none.</summary>
    public static bool TryRead(string? text, out CurrencyCode currency)
    {
        currency = default;
        if (text is null || text.Any(char.IsSurrogate) || !ByWord.TryGetValue(Clean(text), out var code)) return false;
        currency = code == "CNY" ? default : new CurrencyCode(code);
        return true;
    }

    /// <summary>The three letters.</summary>
    public override string ToString() => Value;

    private static string Clean(string text) => new([.. text.InForm(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant)]);

    private sealed record Row(string Code, string Name, string English, int Digits, string[] Words);
}
