using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Bridgehead.Features.Audit;

/// <summary>What is looked for in the trail.</summary>
public sealed class TrailFilter
{
    /// <summary>The person, by the beginning of the name.</summary>
    [MaxLength(80)] public string? Person { get; set; }
    /// <summary>The action, by its beginning: "projects", "projects.edit".</summary>
    [MaxLength(120)] public string? Action { get; set; }
    /// <summary>How it ended.</summary>
    public AuditResult? Result { get; set; }
    /// <summary>From this day on (Beijing time).</summary>
    public DateOnly? From { get; set; }
    /// <summary>Up to and including this day (Beijing time).</summary>
    public DateOnly? To { get; set; }
    /// <summary>The record it was about.</summary>
    public Guid? Record { get; set; }
    /// <summary>Entries before this number, newest first; where the page begins.</summary>
    [Range(1, long.MaxValue)] public long? Before { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool Narrows => Person is not null || Action is not null || Result is not null || From is not null || To is not null || Record is not null;

    /// <summary>The entries that match.</summary>
    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries)
    {
        if (Person?.Trim() is { Length: > 0 } person) entries = entries.Where(e => e.UserName.StartsWith(person));
        if (Action?.Trim() is { Length: > 0 } action) entries = entries.Where(e => e.Action.StartsWith(action));
        if (Result is { } result) entries = entries.Where(e => e.Result == result);
        if (From is { } from)
        {
            var start = Start(from);
            entries = entries.Where(e => e.At >= start);
        }
        if (To is { } to)
        {
            var end = Start(to.AddDays(to == DateOnly.MaxValue ? 0 : 1));
            entries = entries.Where(e => e.At < end);
        }
        if (Record is { } record) entries = entries.Where(e => e.SubjectId == record);
        return entries;
    }

    /// <summary>The filter as it stands in the address.</summary>
    public Dictionary<string, string> Route(long? before = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("person", Person), ("action", Action), ("result", Result?.ToString()), ("from", Day(From)), ("to", Day(To)), ("record", Record?.ToString()),
            ("before", before?.ToString(CultureInfo.InvariantCulture)),
        ];
        return parts.Where(p => !string.IsNullOrEmpty(p.Value)).ToDictionary(p => p.Name, p => p.Value!);
    }

    /// <summary>A day as it stands in a date field.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Start(DateOnly day) =>
        day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is var start && start > DateTime.UnixEpoch ? start.AddHours(-8) : DateTime.UnixEpoch;
}
