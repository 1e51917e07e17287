using System.Globalization;

namespace Bridgehead;

/// <summary>
/// What one unit of a currency was worth in yuan on a day, and who said so. The rate is kept as the text its source printed, so that
/// no digit is lost or invented; an amount converted by it names the rate.
/// </summary>
public sealed record ExchangeRate
{
    /// <summary>A rate as printed. Refused unless it is a positive number of at most 12 digits, with a source.</summary>
    /// <param name="currency">The foreign currency.</param>
    /// <param name="yuan">Yuan for <paramref name="per"/> units, as printed: "7.1021".</param>
    /// <param name="on">The day the rate holds for.</param>
    /// <param name="source">Who published it: "中国外汇交易中心人民币汇率中间价".</param>
    /// <param name="per">Units the printed number is for: 1, or 100 as yen and won are quoted.</param>
    public ExchangeRate(CurrencyCode currency, string yuan, DateOnly on, string source, int per = 1)
    {
        Refusal.When(currency == CurrencyCode.Yuan, $"人民币不需要汇率");
        var isNumber = decimal.TryParse(yuan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate);
        Refusal.Unless(isNumber && rate is > 0 and < 1_000_000 && yuan.Count(char.IsAsciiDigit) <= 12, $"汇率“{yuan}”应为不超过12位数字的正数，如7.1021");
        Refusal.Unless(per is 1 or 100 or 10_000, $"汇率的单位应为每1、每100或每10000{currency.Name}");
        Refusal.When(string.IsNullOrWhiteSpace(source), $"请注明汇率来源，如“中国外汇交易中心人民币汇率中间价”");
        (Currency, Text, On, Source, Per) = (currency, yuan, on, source.Trim(), per);
    }

    /// <summary>The foreign currency.</summary>
    public CurrencyCode Currency { get; }

    /// <summary>The number as printed.</summary>
    public string Text { get; }

    /// <summary>Units the printed number is for.</summary>
    public int Per { get; }

    /// <summary>The day it holds for.</summary>
    public DateOnly On { get; }

    /// <summary>Who published it.</summary>
    public string Source { get; }

    /// <summary>Yuan for one unit, exact.</summary>
    public decimal YuanPerUnit => decimal.Parse(Text, CultureInfo.InvariantCulture) / Per;

    /// <summary>An amount of the currency in yuan, to the nearest fen, half away from zero. Refused beyond what can be kept.</summary>
    /// <param name="amount">In whole units of the currency: 1.5 is a dollar fifty.</param>
    public Money ToYuan(decimal amount)
    {
        Refusal.When(Math.Abs(amount) > 10_000_000_000_000m / YuanPerUnit, $"金额{amount}{Currency.Name}过大，请核对单位");
        return Money.FromYuan(Math.Round(amount * YuanPerUnit, 2, MidpointRounding.AwayFromZero));
    }

    /// <summary>Yuan in the currency, to its own digits, half away from zero.</summary>
    public decimal FromYuan(Money amount) => Math.Round(amount.Yuan / YuanPerUnit, Currency.Digits, MidpointRounding.AwayFromZero);

    /// <summary>The rate as a note under a converted amount: "1美元=7.1021元（2024-06-03，中国外汇交易中心人民币汇率中间价）".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Per}{Currency.Name}={Text}元（{On:yyyy-MM-dd}，{Source}）");
}
