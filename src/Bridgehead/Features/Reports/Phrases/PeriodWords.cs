using System.Globalization;

namespace Bridgehead.Features.Reports;

/// <summary>Years, months and days in prose. They are no figures and stay in the masked edition.</summary>
public static class PeriodWords
{
    /// <summary>2022年, or 2022年1—10月 for a part of it.</summary>
    public static TextRun Of(WorkReportFacts facts) => new(facts.Months switch
    {
        12 => Year(facts.Year).Text,
        1 => Year(facts.Year).Text + "1月",
        _ => string.Create(CultureInfo.InvariantCulture, $"{facts.Year}年1—{facts.Months}月"),
    });

    /// <summary>2022年.</summary>
    public static TextRun Year(int year) => new(string.Create(CultureInfo.InvariantCulture, $"{year}年"));

    /// <summary>2023年4月13日, without leading zeros.</summary>
    public static TextRun Day(DateOnly day) => new(string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"));

    /// <summary>截至2023年4月13日，before what is of another day than the figures; empty when it is of the same.</summary>
    public static TextRun Standing(WorkReportFacts facts) => new(facts.StandsOn is { } day && day != facts.AsOf ? $"截至{Day(day).Text}，" : "");

    /// <summary>2023年4月.</summary>
    public static TextRun Month(DateOnly day) => new(string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月"));
}
