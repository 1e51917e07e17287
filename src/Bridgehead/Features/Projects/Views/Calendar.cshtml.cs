using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects.Views;

/// <summary>The projects on a calendar: which are signed, start or go into production on which day of a month. On a phone it is a list of days.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class CalendarPage(ListProjects list, ProjectDates dates, ScopedUnits scope, KeepViews views, Asker asker, TimeProvider clock) : ProjectsScreen(list, scope, views, asker)
{
    /// <summary>How many projects of each kind are named in a month; the counts are of all.</summary>
    public const int Most = 400;
    /// <summary>How many are named on a day.</summary>
    public const int OnADay = 4;

    /// <summary>The month, yyyy-MM; this one unless chosen.</summary>
    [BindProperty(SupportsGet = true)] public string? Month { get; set; }

    /// <inheritdoc />
    public override ViewKind Kind => ViewKind.Calendar;
    /// <inheritdoc />
    public override IReadOnlyList<(string Key, string? Value)> Own => [("month", Month)];
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));
    /// <summary>The first day of the month.</summary>
    public DateOnly First { get; private set; }
    /// <summary>Its last day.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);
    /// <summary>The first day shown: the Monday of the first week.</summary>
    public DateOnly Monday => First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
    /// <summary>Counts by day.</summary>
    public ILookup<DateOnly, DayCount> Counts { get; private set; } = Array.Empty<DayCount>().ToLookup(c => c.On);
    /// <summary>Projects by day.</summary>
    public ILookup<DateOnly, ProjectDate> Rows { get; private set; } = Array.Empty<ProjectDate>().ToLookup(c => c.On);

    /// <summary>Shows the month.</summary>
    public async Task OnGet()
    {
        First = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1990 and <= 2100 ? month : new DateOnly(Today.Year, Today.Month, 1);
        Counts = (await dates.Counts(Query, First, Last, Cancel)).ToLookup(c => c.On);
        Rows = (await dates.Rows(Query, First, Last, Most, Cancel)).ToLookup(c => c.On);
    }

    /// <summary>Another month.</summary>
    public string Of(int months) => Here(("month", First.AddMonths(months).ToString("yyyy-MM", CultureInfo.InvariantCulture)));

    /// <summary>The table of what falls on days of a kind.</summary>
    public string Table(DateOnly from, DateOnly to, DateKind kind)
    {
        var field = ProjectDates.Word(kind);
        return Query.Address("/projects", (field + "From", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (field + "To", to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("sort", field + "-up"));
    }
}
