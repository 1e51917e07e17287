using System.Text.Encodings.Web;
using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>What may be meant while a field is typed: industries, divisions, enterprises, as options for its list.</summary>
internal static class Suggest
{
    private const int Most = 20;

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/enterprises/suggest", async (string? what, HttpContext http, BridgeheadDb db, ListEnterprises list, Words words) =>
    {
        // the field brings its text under its own name
        var typed = http.Request.Query.FirstOrDefault(q => q.Key != "what").Value.ToString().Trim();
        if (typed.Length is 0 or > 60) return Results.Content("", "text/html; charset=utf-8");
        var options = what switch
        {
            "industry" => Industries(typed, words),
            "region" => Divisions(typed),
            _ => await Enterprises(typed, db, list, http.RequestAborted),
        };
        return Results.Content(string.Concat(options.Take(Most).Select(o => $"<option value=\"{HtmlEncoder.Default.Encode(o)}\"></option>")), "text/html; charset=utf-8");
    }).RequireAuthorization(Permission.ReadEnterprises).WithName("enterprises.suggest").ExcludeFromDescription();

    private static IEnumerable<string> Industries(string typed, Words words)
    {
        var code = typed.ToUpperInvariant();
        return Industry.All.Where(i => Classified.Code(i).StartsWith(code, StringComparison.Ordinal) || i.Code.StartsWith(code, StringComparison.Ordinal)
                || i.Name.Contains(typed, StringComparison.Ordinal) || (words.IsEnglish && i.EnglishName.Contains(typed, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(i => i.Name == typed ? 0 : 1).ThenBy(i => i.Level).Select(i => $"{Classified.Code(i)} {i.Name}");
    }

    private static IEnumerable<string> Divisions(string typed) => Division.All
        .Where(d => d.Code.StartsWith(typed, StringComparison.Ordinal) || d.FullName.Contains(typed, StringComparison.Ordinal) || d.Pinyin.Replace(" ", "", StringComparison.Ordinal).StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        .OrderBy(d => d.Name.StartsWith(typed, StringComparison.Ordinal) ? 0 : 1).ThenBy(d => d.Level).Select(d => d.FullName);

    private static async Task<IEnumerable<string>> Enterprises(string typed, BridgeheadDb db, ListEnterprises list, CancellationToken cancel)
    {
        var found = SearchIndex.Ids(db, "enterprise", typed);
        return await list.Visible().AsNoTracking().Where(e => found.Contains(e.Id)).OrderBy(e => e.Name).Take(Most).Select(e => e.Name).ToListAsync(cancel);
    }
}
