using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Enterprises;

/// <summary>What a list of enterprises is asked for; kept in the address.</summary>
public sealed class EnterpriseQuery
{
    /// <summary>Words, pinyin, initials, code, phone.</summary>
    [MaxLength(60)] public string? Q { get; set; }
    /// <summary>The code of a class valid today, held by the enterprise or through a parent.</summary>
    [MaxLength(40)] public string? Class { get; set; }
    /// <summary>A division by its code or name: it and everything within.</summary>
    [MaxLength(40)] public string? Region { get; set; }
    /// <summary>The state of the registration.</summary>
    public RegisterState? State { get; set; }
    /// <summary>An industry by its code or name: it and everything within.</summary>
    [MaxLength(60)] public string? Industry { get; set; }
    /// <summary>Only those with contradictions nobody has answered.</summary>
    public bool Contradictions { get; set; }
    /// <summary>Where the page begins: the cursor of the last row before it.</summary>
    [MaxLength(200)] public string? After { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Q) || Class is { Length: > 0 } || Region is { Length: > 0 } || State is not null || Industry is { Length: > 0 } || Contradictions;

    /// <summary>As a query of the address, from another row on.</summary>
    public Dictionary<string, string?> Route(string? after = null) => new()
    {
        ["q"] = Q, ["class"] = Class, ["region"] = Region, ["state"] = State?.ToString(), ["industry"] = Industry, ["contradictions"] = Contradictions ? "true" : null, ["after"] = after,
    };
}
