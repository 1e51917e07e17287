using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds.Rates;

/// <summary>Enters central parities, typed or pasted from the announcement: a line each with day, currency, yuan, and 100 where it is quoted for a hundred.</summary>
public sealed class EnterParities(BridgeheadDb db, TimeProvider clock)
{
    private const int Most = 5_000;

    /// <summary>Enters them all or none; returns how many. What stands for a day already is replaced.</summary>
    /// <param name="text">The lines, separated by commas, tabs or blanks.</param>
    /// <param name="source">Who published them.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<int> Run(string text, string source, CancellationToken cancel = default)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Refusal.When(lines.Length == 0, $"请粘贴中间价，每行一个：日期、币种、每单位合人民币元，如“2026-03-18,美元,7.1021”", "Lines");
        Refusal.When(lines.Length > Most, $"一次最多录入{Most}行", "Lines");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
        var rates = lines.Select((line, i) => Read(line, i + 1, source, today)).OfType<ExchangeRate>().GroupBy(r => (r.Currency.Value, r.On)).Select(g => g.Last()).ToList();
        var days = rates.Select(r => r.On).Distinct().ToList();
        var known = (await db.Set<Parity>().Where(p => days.Contains(p.On)).ToListAsync(cancel)).ToDictionary(p => (p.Currency, p.On));
        foreach (var rate in rates)
            if (known.TryGetValue((rate.Currency.Value, rate.On), out var parity)) parity.Change(rate);
            else db.Add(new Parity(rate));
        await db.SaveChangesAsync(cancel);
        return rates.Count;
    }

    private static ExchangeRate? Read(string line, int number, string source, DateOnly today)
    {
        var cells = line.Split([',', '，', '\t', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // a line of headings
        if (number == 1 && !line.Any(char.IsAsciiDigit)) return null;
        Refusal.Unless(cells.Length is 3 or 4, $"第{number}行看不懂：“{line}”，应为日期、币种、中间价，如“2026-03-18,美元,7.1021”", "Lines");
        var day = Funds.Reading.ReadText.Day(cells[0]);
        Refusal.When(day is null || day > today, $"第{number}行的日期“{cells[0]}”看不懂，或晚于今天", "Lines");
        var quoted = cells[1].StartsWith("100", StringComparison.Ordinal) ? cells[1][3..] : cells[1];
        var per = quoted.Length < cells[1].Length ? 100 : cells.Length == 4 && int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? units : 1;
        return new ExchangeRate(CurrencyCode.Create(quoted), cells[2], day!.Value, source, per);
    }
}
