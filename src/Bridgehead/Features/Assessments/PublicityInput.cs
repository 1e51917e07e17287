using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Assessments;

/// <summary>Until when an assessment is shown for appeals.</summary>
public sealed class PublicityInput
{
    /// <summary>The last day.</summary>
    [Required(ErrorMessage = "请填写公示截止日期")] public DateOnly? PublicTo { get; set; }
}
