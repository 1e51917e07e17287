using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Targets;

/// <summary>Why a target is withdrawn.</summary>
public sealed class TargetWithdrawalInput
{
    /// <summary>The document that says so.</summary>
    [Required(ErrorMessage = "调整目标须写明依据的文件（文号）"), MaxLength(500)] public string? Source { get; set; }
    /// <summary>The reason.</summary>
    [Required(ErrorMessage = "调整目标须写明理由"), MaxLength(300, ErrorMessage = "理由最多300个字")] public string? Reason { get; set; }
}
