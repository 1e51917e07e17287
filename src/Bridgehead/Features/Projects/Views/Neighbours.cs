using Microsoft.AspNetCore.WebUtilities;

namespace Bridgehead.Features.Projects.Views;

/// <summary>The way to the previous and the next project of the list one came from; the list stands in the address as "in".</summary>
/// <param name="List">The address of the list.</param>
/// <param name="Before">The previous one; null at the beginning.</param>
/// <param name="After">The next one; null at the end.</param>
/// <param name="In">The list as it stands in the address, to be carried along.</param>
public sealed record Neighbours(string List, ProjectRow? Before, ProjectRow? After, string In)
{
    /// <summary>Reads them; null when one did not come from a list.</summary>
    public static async Task<Neighbours?> Of(HttpRequest request, Guid project, ListProjects list)
    {
        if (request.Query["in"].ToString() is not { Length: > 0 and < 2500 } text) return null;
        var query = Read(text == "all" ? "" : text);
        var (before, after) = await list.Beside(query, project, request.HttpContext.RequestAborted);
        return new(query.Address("/projects", ("view", "all")), before, after, "?in=" + Uri.EscapeDataString(text));
    }

    /// <summary>A question as it stands in an address; what cannot be read in it is left out.</summary>
    public static ProjectQuery Read(string text)
    {
        var (asked, query) = (QueryHelpers.ParseQuery(text), new ProjectQuery());
        foreach (var field in typeof(ProjectQuery).GetProperties().Where(p => p.CanWrite))
        {
            var key = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
            if (asked.TryGetValue(key, out var values) && Parsed(Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType, values.ToString()) is { } value) field.SetValue(query, value);
        }
        return query;
    }

    private static object? Parsed(Type type, string text)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        if (type == typeof(string)) return text.Length <= 400 ? text : null;
        if (type.IsEnum) return Enum.TryParse(type, text, out var state) && Enum.IsDefined(type, state) ? state : null;
        if (type == typeof(int)) return int.TryParse(text, culture, out var number) && number is >= 1 and <= 2100 ? number : null;
        if (type == typeof(decimal)) return decimal.TryParse(text, culture, out var amount) && amount is >= 0 and <= 100_000 ? amount : null;
        if (type == typeof(DateOnly)) return DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
        if (type == typeof(bool)) return bool.TryParse(text, out var truth) ? truth : null;
        return Guid.TryParse(text, out var id) ? id : null;
    }
}
