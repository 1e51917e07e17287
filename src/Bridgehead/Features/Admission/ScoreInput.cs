using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Admission;

/// <summary>The points of one item.</summary>
public sealed class ScoreInput
{
    /// <summary>The name of the item.</summary>
    [Required, MaxLength(40)] public string Item { get; set; } = "";
    /// <summary>The points; empty for not judged.</summary>
    [Range(0d, 100d, ErrorMessage = "分数应在0到100之间")] public decimal? Points { get; set; }
    /// <summary>Why.</summary>
    [MaxLength(200)] public string? Remark { get; set; }
}
