namespace Bridgehead.Features.Reports;

/// <summary>The unit an amount is printed in, and how many smallest units make one of it.</summary>
/// <param name="Word">亿元, 万元, 元, 个 ….</param>
/// <param name="Divisor">Smallest units in one.</param>
public sealed record Scale(string Word, decimal Divisor)
{
    private const decimal One = 100, TenThousand = 1_000_000, HundredMillion = 10_000_000_000;

    /// <summary>
    /// 万元→亿元: from 1 亿 on in 亿, from 1 万 on in 万, below that in the currency itself. An amount that would round up to 10000 万
    /// is printed as 1 亿. An unknown amount takes the unit that such figures usually have: 亿元, 万美元.
    /// </summary>
    public static Scale Of(long? value, MeasureUnit unit, NumberStyle style) => unit switch
    {
        MeasureUnit.Yuan => Currency("元", value, HundredMillion, style),
        MeasureUnit.Dollar => Currency("美元", value, TenThousand, style),
        _ => new Scale(Classifier(unit), 1),
    };

    /// <summary>The unit that a table's column of such figures is printed in.</summary>
    public static Scale OfColumn(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Yuan => new Scale("亿元", HundredMillion),
        MeasureUnit.Dollar => new Scale("万美元", TenThousand),
        _ => new Scale(Classifier(unit), 1),
    };

    /// <summary>The same for a table by itself whose column holds these amounts: where none of them comes to 1 亿元, 万元, since two decimals of 亿元 would say little.</summary>
    public static Scale OfColumn(MeasureUnit unit, IEnumerable<long?> values) =>
        unit == MeasureUnit.Yuan && values.Any(value => value is not (null or 0)) && values.All(value => Math.Abs(value ?? 0) < HundredMillion) ? new Scale("万元", TenThousand) : OfColumn(unit);

    private static Scale Currency(string word, long? value, decimal usual, NumberStyle style)
    {
        if (value is null) return Named(word, usual);
        var size = Math.Abs((decimal)value.Value);
        if (Math.Round(size / TenThousand, style.AmountDecimals, MidpointRounding.AwayFromZero) >= 10_000) return Named(word, HundredMillion);
        return Named(word, size >= TenThousand ? TenThousand : One);
    }

    private static Scale Named(string word, decimal divisor) => divisor switch
    {
        HundredMillion => new Scale("亿" + word, divisor),
        TenThousand => new Scale("万" + word, divisor),
        _ => new Scale(word, divisor),
    };

    private static string Classifier(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Enterprise => "家",
        MeasureUnit.Time => "次",
        MeasureUnit.Event => "场",
        MeasureUnit.Person => "人",
        MeasureUnit.Matter => "项",
        MeasureUnit.Sheet => "张",
        _ => "个",
    };
}
