using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Targets;

/// <summary>A campaign as it is typed.</summary>
public sealed class CampaignInput
{
    /// <summary>Its name.</summary>
    [Required(ErrorMessage = "请填写攻坚行动的名称，最多60个字"), MaxLength(60)] public string Name { get; set; } = "";
    /// <summary>The code of the unit that calls it; those directly below take part.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>The first month, 2026-11.</summary>
    [Required(ErrorMessage = "请填写起止月份"), MaxLength(10)] public string FromMonth { get; set; } = "";
    /// <summary>The last month, 2027-01.</summary>
    [Required(ErrorMessage = "请填写起止月份"), MaxLength(10)] public string ToMonth { get; set; } = "";
    /// <summary>The codes of its indicators.</summary>
    public List<string> Indicators { get; set; } = [];
    /// <summary>The document that calls it.</summary>
    [MaxLength(200)] public string? Document { get; set; }
    /// <summary>Whether units are ranked by what they reached.</summary>
    public bool Ranked { get; set; }
}
