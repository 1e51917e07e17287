using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Admission;

/// <summary>The conclusion of a fair-competition or legality review.</summary>
public sealed class ComplianceInput
{
    /// <summary>Which review.</summary>
    public ComplianceKind Kind { get; set; }
    /// <summary>What it came to.</summary>
    public ComplianceConclusion Conclusion { get; set; }
    /// <summary>The number of the document.</summary>
    [Required(ErrorMessage = "请填写审查结论的文号，最多80个字"), MaxLength(80)] public string Document { get; set; } = "";
    /// <summary>The day; today when empty.</summary>
    public DateOnly? On { get; set; }
    /// <summary>For an exception, until when or until what.</summary>
    [MaxLength(500)] public string? Note { get; set; }
}
