using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Bridgehead.Features.Agreements;

/// <summary>Which promises are looked for by how they stand.</summary>
public enum PromiseFilter
{
    /// <summary>Due or missed: what somebody has to see to.</summary>
    [Label("到期和逾期")] Open,
    /// <summary>Missed.</summary>
    [Label("逾期未兑现")] Missed,
    /// <summary>Due within the days of notice.</summary>
    [Label("到期")] Due,
    /// <summary>Not yet due.</summary>
    [Label("未到期")] NotYetDue,
    /// <summary>Kept.</summary>
    [Label("已兑现")] Met,
    /// <summary>Waived.</summary>
    [Label("已豁免")] Waived,
    /// <summary>A waiver is asked for and waits for a second person.</summary>
    [Label("豁免待审定")] WaiverAsked,
    /// <summary>Whatever their state.</summary>
    [Label("全部承诺")] All,
}

/// <summary>Which promises are looked for; kept in the address. With <see cref="Years"/> the promises behind a point of a fulfilment curve.</summary>
public sealed class PromiseQuery : CohortQuery
{
    /// <summary>How they stand; due and missed when empty.</summary>
    public PromiseFilter? State { get; set; }
    /// <summary>Who promised.</summary>
    public PromiseParty? Party { get; set; }
    /// <summary>What is promised: the code of a kind.</summary>
    [MaxLength(40)] public string? Kind { get; set; }
    /// <summary>Of one project.</summary>
    public Guid? Project { get; set; }
    /// <summary>Those due by so many whole years after signing, instead of by state.</summary>
    [Range(0, Cohort.Years)] public int? Years { get; set; }
    /// <summary>With years: those kept by then, or those not.</summary>
    public bool? Kept { get; set; }
    /// <summary>The cursor: next of the page before.</summary>
    [MaxLength(80)] public string? After { get; set; }
    /// <summary>How many, 1 to 200.</summary>
    public int? Limit { get; set; }

    /// <summary>As a query of the address, with something changed; null leaves out.</summary>
    public Dictionary<string, string?> Whole(params (string Name, string? Value)[] changed)
    {
        var route = Route();
        route["state"] = State?.ToString();
        route["party"] = Party?.ToString();
        route["kind"] = Kind;
        route["project"] = Project?.ToString();
        route["years"] = Years?.ToString(CultureInfo.InvariantCulture);
        route["kept"] = Kept is { } kept ? kept ? "true" : "false" : null;
        foreach (var (name, value) in changed) route[name] = value;
        return route;
    }
}
