namespace Bridgehead.Features.Projects.Stages;

/// <summary>
/// Which days people work: Monday to Friday, without the holidays and with the working weekends the State Council announces each year.
/// Counts in constant time however long the span.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>The first year counted.</summary>
    public const int FirstYear = 2000;
    /// <summary>The last year counted.</summary>
    public const int LastYear = 2060;

    private static readonly int First = new DateOnly(FirstYear, 1, 1).DayNumber, Last = new DateOnly(LastYear, 12, 31).DayNumber;

    // how many working days there were up to and including a day; and the day of the nth
    private readonly int[] upTo = new int[Last - First + 1];
    private readonly List<int> nth = [];

    /// <summary>A calendar with these exceptions to the weekdays.</summary>
    public WorkCalendar(IEnumerable<(DateOnly Day, bool Working)> exceptions)
    {
        var told = exceptions.ToDictionary(e => e.Day.DayNumber, e => e.Working);
        for (var day = First; day <= Last; day++)
        {
            var works = told.TryGetValue(day, out var working) ? working : DateOnly.FromDayNumber(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            if (works) nth.Add(day);
            upTo[day - First] = nth.Count;
        }
    }

    /// <summary>The calendar that comes with the program: the holidays of 2024 to 2026 as the General Office of the State Council announced them.</summary>
    public static WorkCalendar Shipped { get; } = new(ShippedDays().Select(d => (d.Day, d.Working)));

    /// <summary>Whether people work on a day.</summary>
    public bool IsWorking(DateOnly day) => Upto(day) > Upto(day.AddDays(-1));

    /// <summary>The working days after one day, up to and including another: 0 on the day itself.</summary>
    public int Between(DateOnly from, DateOnly to) => to <= from ? 0 : Upto(to) - Upto(from);

    /// <summary>The day on which so many working days after a day have passed.</summary>
    public DateOnly Add(DateOnly day, int working) => working <= 0 ? day : DateOnly.FromDayNumber(nth[Math.Min(Upto(day) + working, nth.Count) - 1]);

    /// <summary>The exceptions that come with the program.</summary>
    internal static IEnumerable<(DateOnly Day, bool Working, string Name)> ShippedDays() =>
        from cells in ReferenceTable.Read("holidays")
        let first = DateOnly.ParseExact(cells[0], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        from day in Enumerable.Range(0, int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture)).Select(first.AddDays)
        select (day, cells[2] == "work", cells[3]);

    private int Upto(DateOnly day) => day.DayNumber < First ? 0 : upTo[Math.Min(day.DayNumber, Last) - First];
}
