using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bridgehead.Features.Projects.Stages;

namespace Bridgehead.Features.Projects;

/// <summary>What a list of projects is asked for; kept in the address.</summary>
public sealed class ProjectQuery
{
    /// <summary>Words, pinyin, initials, number.</summary>
    [MaxLength(60)] public string? Q { get; set; }
    /// <summary>A stage's code.</summary>
    [MaxLength(20)] public string? Stage { get; set; }
    /// <summary>How it is doing.</summary>
    public Health? Health { get; set; }
    /// <summary>pending: a stage request waits; late: recorded afterwards and owing.</summary>
    [MaxLength(10)] public string? Mark { get; set; }
    /// <summary>A unit's code: it and everything below it.</summary>
    [MaxLength(40)] public string? Unit { get; set; }
    /// <summary>Where the investor comes from.</summary>
    public Origin? Origin { get; set; }
    /// <summary>The branch of the economy.</summary>
    public Branch? Branch { get; set; }
    /// <summary>At least so many 亿元.</summary>
    [Range(0d, 100000d)] public decimal? AtLeast { get; set; }
    /// <summary>Signed in this year.</summary>
    [Range(1990, 2100)] public int? Year { get; set; }
    /// <summary>progress, amount or stage, with "-up" for rising.</summary>
    [MaxLength(20)] public string? Sort { get; set; }
    /// <summary>Where the page begins: the cursor of the last row before it.</summary>
    [MaxLength(120)] public string? After { get; set; }

    /// <summary>As a query of the address, with something changed.</summary>
    public Dictionary<string, string?> Route(string? sort = null, string? after = null) => new()
    {
        ["q"] = Q, ["stage"] = Stage, ["health"] = Health?.ToString(), ["mark"] = Mark, ["unit"] = Unit, ["origin"] = Origin?.ToString(), ["branch"] = Branch?.ToString(),
        ["atLeast"] = AtLeast?.ToString(CultureInfo.InvariantCulture), ["year"] = Year?.ToString(CultureInfo.InvariantCulture), ["sort"] = sort ?? Sort, ["after"] = after,
    };
}

/// <summary>A project as it is listed.</summary>
public sealed record ProjectRow(
    Guid Id, string Number, string Name, Guid UnitId, Guid? ParkId, string? Investor, Origin? Origin, string? OriginPlace, Branch? Branch, long AmountFen, DateOnly? SignedOn,
    int StageOrder, DateOnly LastProgressOn, Health Health, int? PendingOrder, bool LateEntry)
{
    /// <summary>The stage it is at.</summary>
    public Stage Stage => Stage.Of(StageOrder);

    /// <summary>The agreed total investment.</summary>
    public Money Amount => new(AmountFen);
}
