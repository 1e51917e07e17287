using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Bridgehead.Features.Agreements;

/// <summary>By which side a cohort is taken apart.</summary>
public enum CohortSide
{
    /// <summary>By year of signing.</summary>
    [Label("签约年度")] Year,
    /// <summary>By branch of the economy.</summary>
    [Label("产业类别")] Branch,
    /// <summary>By the unit it landed in.</summary>
    [Label("落地单位")] Unit,
    /// <summary>By the outpost it came through.</summary>
    [Label("来源渠道")] Channel,
}

/// <summary>Which cohort is looked at; kept in the address.</summary>
public class CohortQuery
{
    /// <summary>The code for projects that came through no outpost.</summary>
    public const string Local = "local";

    /// <summary>The code for projects that came through any outpost.</summary>
    public const string Outposts = "outposts";

    /// <summary>Signed in this year or later.</summary>
    [Range(1990, 2100, ErrorMessage = "年度应在1990年至2100年之间")] public int? From { get; set; }
    /// <summary>Signed in this year or earlier.</summary>
    [Range(1990, 2100, ErrorMessage = "年度应在1990年至2100年之间")] public int? To { get; set; }
    /// <summary>A unit's code: it and everything below it.</summary>
    [MaxLength(40)] public string? Unit { get; set; }
    /// <summary>The branch of the economy.</summary>
    public Branch? Branch { get; set; }
    /// <summary>An outpost's code, "outposts" for any, "local" for none.</summary>
    [MaxLength(40)] public string? Channel { get; set; }
    /// <summary>The day the status is asked for.</summary>
    public DateOnly? AsOf { get; set; }
    /// <summary>By which side it is taken apart; whole when empty.</summary>
    public CohortSide? By { get; set; }

    /// <summary>As a query of the address, with something changed; null leaves out.</summary>
    public Dictionary<string, string?> Route(params (string Name, string? Value)[] changed)
    {
        var route = new Dictionary<string, string?>
        {
            ["from"] = Number(From), ["to"] = Number(To), ["unit"] = Unit, ["branch"] = Branch?.ToString(), ["channel"] = Channel, ["asOf"] = AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["by"] = By?.ToString(),
        };
        foreach (var (name, value) in changed) route[name] = value;
        return route;
    }

    /// <summary>An address with a query, without what is empty.</summary>
    public static string Address(string path, Dictionary<string, string?> route)
    {
        var query = string.Join('&', route.Where(r => !string.IsNullOrEmpty(r.Value)).Select(r => $"{r.Key}={Uri.EscapeDataString(r.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
