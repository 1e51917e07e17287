using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Assessments;

/// <summary>The decision on an appeal.</summary>
public sealed class AppealDecisionInput
{
    /// <summary>Whether it is upheld.</summary>
    [Required(ErrorMessage = "请选择申诉是否成立")] public bool? Upheld { get; set; }
    /// <summary>The answer.</summary>
    [Required(ErrorMessage = "请写明答复和依据，最多1000个字"), MaxLength(1000, ErrorMessage = "请写明答复和依据，最多1000个字")] public string Answer { get; set; } = "";
}
