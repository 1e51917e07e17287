using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Assessments;

/// <summary>An appeal as it is typed.</summary>
public sealed class AppealInput
{
    /// <summary>The code of the unit that objects: to its own result.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>What it objects to and why.</summary>
    [Required(ErrorMessage = "请写明申诉的事项和理由，最多1000个字"), MaxLength(1000, ErrorMessage = "请写明申诉的事项和理由，最多1000个字")] public string Text { get; set; } = "";
    /// <summary>The document that shows it.</summary>
    [MaxLength(200)] public string? Document { get; set; }
}
