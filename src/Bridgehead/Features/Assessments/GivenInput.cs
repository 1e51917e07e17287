using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Assessments;

/// <summary>Numbers given by hand, as they are typed or pasted.</summary>
public sealed class GivenInput
{
    /// <summary>What is typed in each cell, by unit, item and input counted from 1: "east/4/1". Empty takes a number away; what is not named stays.</summary>
    public Dictionary<string, string?> Cells { get; set; } = [];
    /// <summary>The document the numbers come from.</summary>
    [MaxLength(200)] public string? Document { get; set; }
}
