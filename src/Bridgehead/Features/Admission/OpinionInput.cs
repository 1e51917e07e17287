using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Admission;

/// <summary>The opinion of a department.</summary>
public sealed class OpinionInput
{
    /// <summary>What it thinks.</summary>
    [Required(ErrorMessage = "请选择意见")] public OpinionVerdict? Verdict { get; set; }
    /// <summary>In words.</summary>
    [MaxLength(1000)] public string? Text { get; set; }
    /// <summary>Who gave it.</summary>
    [MaxLength(60)] public string? Giver { get; set; }
    /// <summary>The day; today when empty.</summary>
    public DateOnly? On { get; set; }
}
