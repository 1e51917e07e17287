namespace Bridgehead.Features.Imports.Reading.Cells;

/// <summary>The ways ledgers write currencies, with their ISO 4217 codes; longer words stand before the shorter ones they contain.</summary>
internal static class CurrencyWords
{
    private static readonly (string Word, string Code)[] Words =
    [
        ("人民币元", "CNY"), ("元人民币", "CNY"), ("人民币", "CNY"), ("RMB", "CNY"), ("CNY", "CNY"), ("¥", "CNY"), ("￥", "CNY"),
        ("美元", "USD"), ("美金", "USD"), ("USD", "USD"), ("US$", "USD"),
        ("港元", "HKD"), ("港币", "HKD"), ("香港元", "HKD"), ("HKD", "HKD"), ("HK$", "HKD"),
        ("新台币", "TWD"), ("台币", "TWD"), ("NT$", "TWD"), ("TWD", "TWD"),
        ("欧元", "EUR"), ("EUR", "EUR"), ("€", "EUR"), ("日元", "JPY"), ("日币", "JPY"), ("日圆", "JPY"), ("JPY", "JPY"),
        ("英镑", "GBP"), ("GBP", "GBP"), ("£", "GBP"), ("韩元", "KRW"), ("韩圆", "KRW"), ("韩币", "KRW"), ("KRW", "KRW"),
        ("新加坡元", "SGD"), ("新加坡币", "SGD"), ("新币", "SGD"), ("SGD", "SGD"), ("S$", "SGD"),
        ("澳大利亚元", "AUD"), ("澳元", "AUD"), ("AUD", "AUD"), ("加拿大元", "CAD"), ("加元", "CAD"), ("CAD", "CAD"),
        ("瑞士法郎", "CHF"), ("CHF", "CHF"), ("澳门元", "MOP"), ("MOP", "MOP"), ("泰铢", "THB"), ("THB", "THB"),
        ("马来西亚林吉特", "MYR"), ("林吉特", "MYR"), ("MYR", "MYR"), ("卢布", "RUB"), ("RUB", "RUB"), ("瑞典克朗", "SEK"), ("SEK", "SEK"),
        ("$", "USD"), ("元", "CNY"), ("圆", "CNY"),
    ];

    /// <summary>The code at the text's start, and how long its word is; null when there is none.</summary>
    public static (string Code, int Length)? AtStart(ReadOnlySpan<char> text)
    {
        foreach (var (word, code) in Words)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return (code, word.Length);
        return null;
    }
}
