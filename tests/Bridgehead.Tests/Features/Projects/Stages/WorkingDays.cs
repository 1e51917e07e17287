using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Tests.Features.Projects.Stages;

/// <summary>Counted by hand with the notice on the holidays of 2025: 1 to 8 October off; Sunday 28 September and Saturday 11 October worked.</summary>
public sealed class WorkingDays
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Shipped;

    [Theory]
    [InlineData("2025-09-26", true)]   // Friday
    [InlineData("2025-09-27", false)]  // Saturday
    [InlineData("2025-09-28", true)]   // Sunday, worked
    [InlineData("2025-09-30", true)]
    [InlineData("2025-10-01", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-09", true)]
    [InlineData("2025-10-11", true)]   // Saturday, worked
    [InlineData("2025-10-12", false)]
    [InlineData("2024-02-09", true)]   // the eve of the 2024 Spring Festival is a working day by the notice
    [InlineData("2024-02-10", false)]
    [InlineData("2024-10-12", true)]
    [InlineData("2026-01-04", true)]   // Sunday, worked
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    public void Are_known_around_the_holidays(string day, bool works) => Assert.Equal(works, Calendar.IsWorking(Day(day)));

    [Theory]
    [InlineData("2025-09-26", "2025-09-30", 3)]  // 28, 29, 30
    [InlineData("2025-09-30", "2025-10-08", 0)]
    [InlineData("2025-09-30", "2025-10-09", 1)]
    [InlineData("2025-09-26", "2025-10-13", 7)]  // 28, 29, 30, 9, 10, 11, 13
    [InlineData("2025-10-13", "2025-10-13", 0)]
    [InlineData("2025-10-13", "2025-09-26", 0)]
    public void Lie_between_two_days(string from, string to, int count) => Assert.Equal(count, Calendar.Between(Day(from), Day(to)));

    [Theory]
    [InlineData("2025-09-26", 1, "2025-09-28")]
    [InlineData("2025-09-26", 3, "2025-09-30")]
    [InlineData("2025-09-26", 4, "2025-10-09")]
    [InlineData("2025-10-01", 3, "2025-10-11")]
    [InlineData("2025-10-10", 2, "2025-10-13")]
    [InlineData("2025-10-10", 0, "2025-10-10")]
    public void Are_added_to_a_day(string from, int count, string day) => Assert.Equal(Day(day), Calendar.Add(Day(from), count));

    [Theory, InlineData(2024, 251), InlineData(2025, 248), InlineData(2026, 248)]
    public void Are_as_many_in_a_year(int year, int count) => Assert.Equal(count, Calendar.Between(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
