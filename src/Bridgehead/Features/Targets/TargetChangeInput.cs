using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Targets;

/// <summary>Other amounts for a target, with the document and the reason.</summary>
public sealed class TargetChangeInput
{
    /// <summary>基本目标, in the indicator's unit; above 0.</summary>
    [Required(ErrorMessage = "请填写目标数值")] public decimal? Value { get; set; }
    /// <summary>奋斗目标, in the indicator's unit; empty for none.</summary>
    public decimal? Stretch { get; set; }
    /// <summary>The document it comes from.</summary>
    [Required(ErrorMessage = "调整目标须写明依据的文件（文号）"), MaxLength(500)] public string? Source { get; set; }
    /// <summary>Why it is changed.</summary>
    [Required(ErrorMessage = "调整目标须写明理由"), MaxLength(300, ErrorMessage = "理由最多300个字")] public string? Reason { get; set; }
}
