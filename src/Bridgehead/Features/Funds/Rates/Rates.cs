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
public sealed class Rates(BridgeheadDb db, TimeProvider clock)
{
    /// <summary>Where the monthly table comes from.</summary>
    public const string TableSource = "月平均汇率表（美联储H.10公布）";

    // over holidays the parity of the last trading day holds
    private const int Holidays = 10;

    // no month has more weekdays off: the longest holidays, of nine days, take six
    private const int WeekdaysOff = 6;

    private static readonly FrozenDictionary<(string Currency, int Month), (string Text, int Per)> Monthly = ReferenceTable.Read("rates-monthly")
        .ToFrozenDictionary(c => (c[1], int.Parse(c[0].Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)), c => (c[2], int.Parse(c[3], CultureInfo.InvariantCulture)));

    /// <summary>The last month of the table that comes with the program.</summary>
    public static int LastMonth { get; } = Monthly.Keys.Max(k => k.Month);

    /// <summary>The rate of a currency for a day; null when there is none, as for a year whose months are not all known.</summary>
    public async Task<ExchangeRate?> Find(CurrencyCode currency, DateOnly day, RatePolicy policy, CancellationToken cancel = default) => policy switch
    {
        RatePolicy.ArrivalDay => (await db.Set<Parity>().AsNoTracking().Where(p => p.Currency == currency.Value && p.On <= day && p.On >= day.AddDays(-Holidays)).OrderByDescending(p => p.On).FirstOrDefaultAsync(cancel))?.Rate,
        RatePolicy.MonthAverage => await OfMonth(currency, Months.Of(day), cancel),
        _ => await OfYear(currency, day.Year, cancel),
    };

    /// <summary>Converts an amount; null when a rate is missing. Yuan that came across the border are turned into dollars alone.</summary>
    public async Task<Converted?> Convert(CurrencyCode currency, decimal amount, DateOnly day, RatePolicy policy, CancellationToken cancel = default)
    {
        if (await Find(CurrencyCode.Dollar, day, policy, cancel) is not { } dollar) return null;
        var rate = currency == CurrencyCode.Yuan ? dollar : await Find(currency, day, policy, cancel);
        if (rate is null) return null;
        var yuan = currency == CurrencyCode.Yuan ? Money.FromYuan(amount) : rate.ToYuan(amount);
        var cents = currency == CurrencyCode.Dollar ? amount * 100 : yuan.Yuan / dollar.YuanPerUnit * 100;
        return new Converted(yuan, (long)Math.Round(cents, MidpointRounding.AwayFromZero), $"{rate}；{LabelAttribute.Of(policy)}");
    }

    /// <summary>Of how many months of a year the average is known, of the currency and of the dollar: the fewer.</summary>
    public async Task<int> MonthsKnown(CurrencyCode currency, int year, CancellationToken cancel = default)
    {
        var dollars = (await OfMonths(CurrencyCode.Dollar, year, cancel)).Count;
        return currency == CurrencyCode.Yuan || currency == CurrencyCode.Dollar ? dollars : Math.Min(dollars, (await OfMonths(currency, year, cancel)).Count);
    }

    // the table where it reaches, then the parities entered for the month, once it is over and they cover it
    private async Task<ExchangeRate?> OfMonth(CurrencyCode currency, int month, CancellationToken cancel)
    {
        var last = Months.LastDay(month);
        if (Monthly.TryGetValue((currency.Value, month), out var row)) return new ExchangeRate(currency, row.Text, last, TableSource, row.Per);
        if (last >= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8))) return null;
        var first = new DateOnly(last.Year, last.Month, 1);
        var entered = (await db.Set<Parity>().AsNoTracking().Where(p => p.Currency == currency.Value && p.On >= first && p.On <= last).OrderBy(p => p.On).ToListAsync(cancel)).FindAll(p => IsWeekday(p.On));
        var weekdays = Enumerable.Range(0, last.Day).Count(d => IsWeekday(first.AddDays(d)));
        return entered.Count < weekdays - WeekdaysOff ? null : Mean(currency, entered.ConvertAll(p => p.Rate), last, $"{entered[^1].Source}，{entered.Count}个交易日平均");
    }

    private async Task<ExchangeRate?> OfYear(CurrencyCode currency, int year, CancellationToken cancel) =>
        await OfMonths(currency, year, cancel) is { Count: 12 } months ? Mean(currency, months, months[^1].On, $"{(months[^1].Source == TableSource ? TableSource : "月平均汇率表及录入的中间价")}，{year}年{months.Count}个月平均") : null;

    private async Task<List<ExchangeRate>> OfMonths(CurrencyCode currency, int year, CancellationToken cancel)
    {
        var months = new List<ExchangeRate>();
        for (var month = 1; month <= 12; month++)
            if (await OfMonth(currency, year * 100 + month, cancel) is { } rate) months.Add(rate);
        return months;
    }

    private static ExchangeRate Mean(CurrencyCode currency, List<ExchangeRate> rates, DateOnly on, string source)
    {
        var mean = Math.Round(rates.Average(r => r.YuanPerUnit) * rates[0].Per, 6, MidpointRounding.AwayFromZero);
        return new ExchangeRate(currency, mean.ToString("0.######", CultureInfo.InvariantCulture), on, source, rates[0].Per);
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
