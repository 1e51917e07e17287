using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Assessments;

/// <summary>An assessment as it is begun.</summary>
public sealed class AssessmentInput
{
    /// <summary>The code of the scheme; its latest version is taken.</summary>
    [Required(ErrorMessage = "请选择考核方案"), MaxLength(40)] public string Scheme { get; set; } = "";
    /// <summary>Its name.</summary>
    [Required(ErrorMessage = "请填写考核名称，最多80个字"), MaxLength(80)] public string Name { get; set; } = "";
    /// <summary>The first month, 2026-01.</summary>
    [Required(ErrorMessage = "请填写起止月份"), MaxLength(10)] public string FromMonth { get; set; } = "";
    /// <summary>The last month, 2026-12.</summary>
    [Required(ErrorMessage = "请填写起止月份"), MaxLength(10)] public string ToMonth { get; set; } = "";
    /// <summary>As of which day figures and targets are read.</summary>
    [Required(ErrorMessage = "请填写截止日期")] public DateOnly? AsOf { get; set; }
}
