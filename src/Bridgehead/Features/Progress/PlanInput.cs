using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Bridgehead.Features.Progress;

/// <summary>An instalment as it is typed. A line without a period is left out.</summary>
public sealed class InstalmentInput
{
    /// <summary>The month or quarter: 2026-03, 2026Q1, 2026年第一季度.</summary>
    [MaxLength(40)] public string? Period { get; set; }
    /// <summary>What should arrive, in 万元 or with its unit.</summary>
    [MaxLength(30)] public string? Arrival { get; set; }
    /// <summary>What should be invested.</summary>
    [MaxLength(30)] public string? Investment { get; set; }
}

/// <summary>A milestone as it is typed. A line without a day is left out.</summary>
public sealed class MilestoneInput
{
    /// <summary>What it is.</summary>
    [MaxLength(20)] public string? Name { get; set; }
    /// <summary>The day planned.</summary>
    public DateOnly? PlannedOn { get; set; }
}

/// <summary>A plan as it is typed, on the page or through the API.</summary>
public sealed class PlanInput
{
    /// <summary>The template's code.</summary>
    [Required(ErrorMessage = "请选择节点模板"), MaxLength(20)] public string Template { get; set; } = "";
    /// <summary>The instalments, at most 60.</summary>
    public IList<InstalmentInput> Instalments { get; set; } = [];
    /// <summary>The milestones, at most 30.</summary>
    public IList<MilestoneInput> Milestones { get; set; } = [];
    /// <summary>Why the plan is changed; needed from the second on.</summary>
    [MaxLength(200, ErrorMessage = "理由最多200个字")] public string? Reason { get; set; }
    /// <summary>The version that was read, when it is changed.</summary>
    [JsonIgnore] public long Version { get; set; }
}
