using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Admission;

/// <summary>The decision of a body.</summary>
public sealed class NodeInput
{
    /// <summary>The day it met.</summary>
    [Required(ErrorMessage = "请填写会议日期")] public DateOnly? On { get; set; }
    /// <summary>What it decided.</summary>
    [Required(ErrorMessage = "请选择决策结果")] public NodeResult? Result { get; set; }
    /// <summary>The number of the minutes or a remark.</summary>
    [MaxLength(300)] public string? Note { get; set; }
}
