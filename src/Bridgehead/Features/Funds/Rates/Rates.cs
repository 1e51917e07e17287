using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds.Rates;

/// <summary>Money of another currency in yuan and US dollars.</summary>
/// <param name="Yuan">In yuan.</param>
/// <param name="UsdCents">In US cents.</param>
/// <param name="Note">The rate with its day, source and policy.</param>
public sealed record Converted(Money Yuan, long UsdCents, string Note);

/// <summary>Finds the rate the city has decided on: the central parity of the day money came in, or the average of its month or year. Never a rate of our own making.</summary>
public sealed class Rates(BridgeheadDb db)
{
    /// <summary>Where the monthly table comes from.</summary>
    public const string TableSource = "月平均汇率表（美联储H.10公布）";

    // over holidays the parity of the last trading day holds
    private const int Holidays = 10;

    private static readonly FrozenDictionary<(string Currency, int Month), (string Text, int Per)> Monthly = ReferenceTable.Read("rates-monthly")
        .ToFrozenDictionary(c => (c[1], int.Parse(c[0].Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)), c => (c[2], int.Parse(c[3], CultureInfo.InvariantCulture)));

    /// <summary>The last month of the table that comes with the program.</summary>
    public static int LastMonth { get; } = Monthly.Keys.Max(k => k.Month);

    /// <summary>The rate of a currency for a day; null when there is none.</summary>
    public async Task<ExchangeRate?> Find(CurrencyCode currency, DateOnly day, RatePolicy policy, CancellationToken cancel = default) => policy switch
    {
        RatePolicy.ArrivalDay => (await db.Set<Parity>().AsNoTracking().Where(p => p.Currency == currency.Value && p.On <= day && p.On >= day.AddDays(-Holidays)).OrderByDescending(p => p.On).FirstOrDefaultAsync(cancel))?.Rate,
        RatePolicy.MonthAverage => OfMonth(currency, Months.Of(day)),
        _ => OfYear(currency, day),
    };

    /// <summary>Converts an amount; null when a rate is missing.</summary>
    public async Task<Converted?> Convert(CurrencyCode currency, decimal amount, DateOnly day, RatePolicy policy, CancellationToken cancel = default)
    {
        if (await Find(currency, day, policy, cancel) is not { } rate || await Find(CurrencyCode.Dollar, day, policy, cancel) is not { } dollar) return null;
        var yuan = rate.ToYuan(amount);
        var cents = currency == CurrencyCode.Dollar ? amount * 100 : yuan.Yuan / dollar.YuanPerUnit * 100;
        return new Converted(yuan, (long)Math.Round(cents, MidpointRounding.AwayFromZero), $"{rate}；{LabelAttribute.Of(policy)}");
    }

    private static ExchangeRate? OfMonth(CurrencyCode currency, int month) =>
        Monthly.TryGetValue((currency.Value, month), out var row) ? new ExchangeRate(currency, row.Text, Months.LastDay(month), TableSource, row.Per) : null;

    private static ExchangeRate? OfYear(CurrencyCode currency, DateOnly day)
    {
        var months = Enumerable.Range(1, 12).Select(m => OfMonth(currency, day.Year * 100 + m)).OfType<ExchangeRate>().ToList();
        if (months.Count == 0) return null;
        var mean = Math.Round(months.Average(m => m.YuanPerUnit) * months[0].Per, 6, MidpointRounding.AwayFromZero);
        return new ExchangeRate(currency, mean.ToString("0.######", CultureInfo.InvariantCulture), months[^1].On, $"{TableSource}，{day.Year}年{months.Count}个月平均", months[0].Per);
    }
}
