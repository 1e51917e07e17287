using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Admission;

/// <summary>The conclusion of a review.</summary>
public sealed class ConclusionInput
{
    /// <summary>What it came to.</summary>
    [Required(ErrorMessage = "请选择结论")] public ReviewConclusion? Conclusion { get; set; }
    /// <summary>The conditions, or the reasons.</summary>
    [MaxLength(1000)] public string? Terms { get; set; }
    /// <summary>The minutes as text.</summary>
    [MaxLength(8000)] public string? Minutes { get; set; }
}
