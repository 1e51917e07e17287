using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Targets;

/// <summary>A target as it is typed.</summary>
public sealed class TargetInput
{
    /// <summary>The indicator's code.</summary>
    [Required(ErrorMessage = "请选择指标"), MaxLength(60)] public string Indicator { get; set; } = "";
    /// <summary>The unit's code.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(60)] public string Unit { get; set; } = "";
    /// <summary>The person of that unit whose share it is; empty for the unit itself.</summary>
    public Guid? PersonId { get; set; }
    /// <summary>The year.</summary>
    [Range(1990, 2100, ErrorMessage = "年度应在1990年至2100年之间")] public int Year { get; set; }
    /// <summary>The group; empty for the whole.</summary>
    [MaxLength(40)] public string? Group { get; set; }
    /// <summary>Who set it.</summary>
    public TargetSetter SetBy { get; set; }
    /// <summary>基本目标, in the indicator's unit.</summary>
    [Required(ErrorMessage = "请填写目标数值")] public decimal? Value { get; set; }
    /// <summary>奋斗目标, in the indicator's unit.</summary>
    public decimal? Stretch { get; set; }
    /// <summary>The document.</summary>
    [MaxLength(500)] public string? Source { get; set; }
    /// <summary>Why a target that stands is changed.</summary>
    [MaxLength(300, ErrorMessage = "理由最多300个字")] public string? Reason { get; set; }
}
