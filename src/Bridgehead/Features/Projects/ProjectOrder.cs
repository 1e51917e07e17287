using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>
/// An order of the list, each served by an index, and the way on from a row by its key. In the orders by a day that may be unknown those without it come last in both
/// directions, the newest first; they are a part of their own, since the two databases sort what is unknown differently.
/// </summary>
/// <param name="By">progress, amount, stage, signed, started, produced or number.</param>
/// <param name="Up">From the smallest up.</param>
public sealed record ProjectOrder(string By, bool Up)
{
    /// <summary>Every order there is.</summary>
    public static IReadOnlyList<string> All { get; } = ["progress", "amount", "stage", "signed", "started", "produced", "number"];

    /// <summary>The order that goes by a name, "amount-up"; the latest progress first for any other.</summary>
    public static ProjectOrder Of(string? sort)
    {
        var up = sort?.EndsWith("-up", StringComparison.Ordinal) == true;
        var by = up ? sort![..^3] : sort;
        return by is not null && All.Contains(by) ? new(by, up) : new("progress", false);
    }

    /// <summary>The column of an order by a day that may be unknown; null for the others.</summary>
    public string? Column => By switch { "signed" => nameof(Project.SignedOn), "started" => nameof(Project.StartedOn), "produced" => nameof(Project.ProducedOn), _ => null };

    /// <summary>The projects in order, from behind a row on (or backwards from before it), in parts to be read one after the other.</summary>
    public IEnumerable<IQueryable<Project>> Parts(IQueryable<Project> projects, string? after, bool back = false)
    {
        var key = Key.Read(after, this);
        if (Column is not { } column)
        {
            yield return Sorted(Beyond(projects, key, Up != back), Up != back);
            yield break;
        }
        var (known, unknown) = (projects.Where(p => EF.Property<DateOnly?>(p, column) != null), projects.Where(p => EF.Property<DateOnly?>(p, column) == null));
        var isUnknown = key is { Day: null };
        if (isUnknown) yield return ById(unknown, key, back);
        if (!isUnknown) yield return Sorted(Beyond(known, key, Up != back), Up != back);
        else if (back) yield return Sorted(known, !Up);
        if (!isUnknown && !back) yield return ById(unknown, null, false);
    }

    /// <summary>The cursor of a row: where the list goes on behind it.</summary>
    public string Cursor(ProjectRow row) => By switch
    {
        "amount" => string.Create(CultureInfo.InvariantCulture, $"{row.AmountFen}~{row.Id}"),
        "stage" => string.Create(CultureInfo.InvariantCulture, $"{row.StageOrder}~{row.LastProgressOn:yyyy-MM-dd}~{row.Id}"),
        "number" => $"{row.Number}~{row.Id}",
        "signed" => Dated(row.SignedOn, row.Id),
        "started" => Dated(row.StartedOn, row.Id),
        "produced" => Dated(row.ProducedOn, row.Id),
        _ => Dated(row.LastProgressOn, row.Id),
    };

    private static string Dated(DateOnly? day, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}~{id}");

    private IQueryable<Project> Sorted(IQueryable<Project> projects, bool up)
    {
        if (Column is { } column)
            return up ? projects.OrderBy(p => EF.Property<DateOnly?>(p, column)).ThenBy(p => p.Id) : projects.OrderByDescending(p => EF.Property<DateOnly?>(p, column)).ThenByDescending(p => p.Id);
        return (By, up) switch
        {
            ("amount", true) => projects.OrderBy(p => p.AmountFen).ThenBy(p => p.Id),
            ("amount", false) => projects.OrderByDescending(p => p.AmountFen).ThenByDescending(p => p.Id),
            ("stage", true) => projects.OrderBy(p => p.StageOrder).ThenBy(p => p.LastProgressOn).ThenBy(p => p.Id),
            ("stage", false) => projects.OrderByDescending(p => p.StageOrder).ThenByDescending(p => p.LastProgressOn).ThenByDescending(p => p.Id),
            ("number", true) => projects.OrderBy(p => p.Number),
            ("number", false) => projects.OrderByDescending(p => p.Number),
            (_, true) => projects.OrderBy(p => p.LastProgressOn).ThenBy(p => p.Id),
            _ => projects.OrderByDescending(p => p.LastProgressOn).ThenByDescending(p => p.Id),
        };
    }

    private static IQueryable<Project> ById(IQueryable<Project> projects, Key? key, bool back)
    {
        if (key is { Id: var id }) projects = back ? projects.Where(p => p.Id.CompareTo(id) > 0) : projects.Where(p => p.Id.CompareTo(id) < 0);
        return back ? projects.OrderBy(p => p.Id) : projects.OrderByDescending(p => p.Id);
    }

    // the first condition alone lets the index begin at the key; the second one is exact
    private IQueryable<Project> Beyond(IQueryable<Project> projects, Key? key, bool up)
    {
        if (key is null) return projects;
#pragma warning disable CA1309 // the database compares the numbers, by its own order
        var (day, number, text, id) = (key.Day, key.Number, key.Text, key.Id);
        if (Column is { } column)
            return up
                ? projects.Where(p => EF.Property<DateOnly?>(p, column) >= day && (EF.Property<DateOnly?>(p, column) > day || p.Id.CompareTo(id) > 0))
                : projects.Where(p => EF.Property<DateOnly?>(p, column) <= day && (EF.Property<DateOnly?>(p, column) < day || p.Id.CompareTo(id) < 0));
        return (By, up) switch
        {
            ("amount", true) => projects.Where(p => p.AmountFen >= number && (p.AmountFen > number || p.Id.CompareTo(id) > 0)),
            ("amount", false) => projects.Where(p => p.AmountFen <= number && (p.AmountFen < number || p.Id.CompareTo(id) < 0)),
            ("stage", true) => projects.Where(p => p.StageOrder >= number && (p.StageOrder > number || p.LastProgressOn > day || (p.LastProgressOn == day && p.Id.CompareTo(id) > 0))),
            ("stage", false) => projects.Where(p => p.StageOrder <= number && (p.StageOrder < number || p.LastProgressOn < day || (p.LastProgressOn == day && p.Id.CompareTo(id) < 0))),
            ("number", true) => projects.Where(p => string.Compare(p.Number, text) > 0),
            ("number", false) => projects.Where(p => string.Compare(p.Number, text) < 0),
            (_, true) => projects.Where(p => p.LastProgressOn >= day && (p.LastProgressOn > day || p.Id.CompareTo(id) > 0)),
            _ => projects.Where(p => p.LastProgressOn <= day && (p.LastProgressOn < day || p.Id.CompareTo(id) < 0)),
        };
#pragma warning restore CA1309
    }

    /// <summary>A cursor as it was given out; one that belongs to another order, or to none, is taken for the first page.</summary>
    private sealed record Key(Guid Id, DateOnly? Day, long Number, string Text)
    {
        public static Key? Read(string? after, ProjectOrder order)
        {
            if (after?.Split('~') is not [.. var keys, var text] || !Guid.TryParse(text, out var id)) return null;
            if (keys.Length != (order.By == "stage" ? 2 : 1)) return null;
            if (order.By == "number") return new(id, null, 0, keys[0]);
            var number = 0L;
            if (order.By is "amount" or "stage" && !long.TryParse(keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out number)) return null;
            var day = DateOnly.TryParseExact(keys[^1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
            if (day is null && (order.By is "stage" or "progress" || (order.Column is not null && keys[0].Length > 0))) return null;
            return new(id, day, number, "");
        }
    }
}
