using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Bridgehead;

/// <summary>The language of the person asking: "zh" or "en". Set by the door.</summary>
public sealed class CurrentLanguage
{
    /// <summary>"zh" or "en".</summary>
    public string Value { get; set; } = "zh";
}

/// <summary>
/// The words on screen. Chinese is the source text and stands in place; the English stands in catalogues beside the slices
/// (X.en.json). A sentence without English is shown in Chinese; a test keeps that from happening.
/// </summary>
public sealed class Words(CurrentLanguage language)
{
    private static readonly FrozenDictionary<string, string> English = Read();

    /// <summary>Words outside of a request.</summary>
    /// <param name="language">"zh" or "en".</param>
    public static Words In(string language) => new(new CurrentLanguage { Value = language });

    /// <summary>Whether the person reads English.</summary>
    public bool IsEnglish => language.Value == "en";

    /// <summary>"zh" or "en".</summary>
    public string Language => IsEnglish ? "en" : "zh";

    /// <summary>A word or sentence in the person's language.</summary>
    public string this[string chinese] => IsEnglish && English.TryGetValue(chinese, out var english) ? english : chinese;

    /// <summary>A sentence with values in it, in the person's language.</summary>
    public string Say(FormattableString sentence) =>
        string.Format(CultureInfo.InvariantCulture, this[sentence.Format], [.. sentence.GetArguments().Select(Shown)]);

    /// <summary>The name of a state, from its <see cref="LabelAttribute"/>.</summary>
    public string Of(Enum state) => this[LabelAttribute.Of(state)];

    /// <summary>Between a name and what it is: "：", ": ".</summary>
    public string Colon => IsEnglish ? ": " : "：";

    /// <summary>What is added in brackets: "（亿元）", " (¥100 m)".</summary>
    public string Aside(string words) => IsEnglish ? $" ({words})" : $"（{words}）";

    /// <summary>Words one after the other: "甲、乙", "a, b".</summary>
    public string List(IEnumerable<string> words) => string.Join(IsEnglish ? ", " : "、", words);

    /// <summary>A sum in the unit leaders read: "461.1亿元", "CNY 46.11 billion".</summary>
    public string Yi(Money sum) => new Show(this).Money(sum, MoneyUnit.Yi);

    /// <summary>Whether a sentence has English.</summary>
    internal static bool HasEnglish(string chinese) => English.ContainsKey(chinese);

    private object? Shown(object? value) => value switch
    {
        Enum state => Of(state),
        Money money => IsEnglish ? new Show(this).Money(money, MoneyUnit.Yuan) : money.ToString(),
        Land land => new Show(this).Mu(land),
        Period period => new Show(this).Period(period),
        DateOnly day => new Show(this).Day(day),
        string text => Each(text),
        _ => value,
    };

    // a list said in Chinese is a list in English when every part of it is known
    private string Each(string text)
    {
        if (!IsEnglish || English.ContainsKey(text)) return this[text];
        var parts = text.Split('、');
        return parts.All(English.ContainsKey) ? string.Join(", ", parts.Select(p => this[p])) : text;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var words = new Dictionary<string, string>();
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith("English.", StringComparison.Ordinal)))
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            foreach (var (chinese, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!) words[chinese] = english;
        }
        return words.ToFrozenDictionary();
    }
}
