using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Targets;

/// <summary>As of which day a campaign is frozen.</summary>
public sealed class CampaignConclusionInput
{
    /// <summary>The day.</summary>
    [Required(ErrorMessage = "请填写截止日期")] public DateOnly? AsOf { get; set; }
}
