using System.Globalization;

namespace Bridgehead;

/// <summary>A page of a list and the cursor of the next one.</summary>
/// <param name="Items">The records, in the order of the list.</param>
/// <param name="Next">What to pass as <c>after</c> for the next page; null on the last.</param>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Pages of lists.</summary>
public static class Listed
{
    /// <summary>How many records a page has unless asked otherwise.</summary>
    public const int Usual = 50;

    /// <summary>The most records a page has.</summary>
    public const int Most = 200;

    /// <summary>How many records a page has: what was asked for, 1 to 200.</summary>
    public static int Size(int? limit) => Math.Clamp(limit ?? Usual, 1, Most);

    /// <summary>A cursor that is a number; 0 for the first page. Refused when nobody gave it out.</summary>
    public static long Number(string? after)
    {
        if (string.IsNullOrEmpty(after)) return 0;
        Refusal.Unless(long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number), $"游标“{after}”不是本清单给出的，请从第一页开始", nameof(after));
        return number;
    }

    /// <summary>A cursor that is an identity; null for the first page. Refused when nobody gave it out.</summary>
    public static Guid? Identity(string? after)
    {
        if (string.IsNullOrEmpty(after)) return null;
        Refusal.Unless(Guid.TryParse(after, out var id), $"游标“{after}”不是本清单给出的，请从第一页开始", nameof(after));
        return id;
    }

    /// <summary>A page of a list that is small enough to be at hand as a whole.</summary>
    /// <param name="all">The whole list, in order.</param>
    /// <param name="key">What a record is called as a cursor.</param>
    /// <param name="after">The cursor; null for the first page. One nobody gave out leads to an empty page.</param>
    /// <param name="limit">How many.</param>
    public static Listed<T> Page<T>(IEnumerable<T> all, Func<T, string> key, string? after, int? limit)
    {
        var size = Size(limit);
        var rest = after is null ? all : all.SkipWhile(item => key(item) != after).Skip(1);
        var page = rest.Take(size + 1).ToList();
        return page.Count > size ? new Listed<T>(page[..size], key(page[size - 1])) : new Listed<T>(page, null);
    }
}
