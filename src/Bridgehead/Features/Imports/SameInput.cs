using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Imports;

/// <summary>One answer for all cells of a column that say the same, as the page sends it; without one nothing is changed.</summary>
public sealed class SameInput
{
    /// <summary>The column from 0.</summary>
    [Range(0, 499)] public int Column { get; set; }
    /// <summary>What stands there.</summary>
    [MaxLength(4000)] public string? From { get; set; }
    /// <summary>What is to stand there.</summary>
    [MaxLength(4000)] public string? To { get; set; }
}
