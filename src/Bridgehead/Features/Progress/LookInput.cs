using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Progress;

/// <summary>A look as it is typed, on a phone in half a minute.</summary>
public sealed class LookInput
{
    /// <summary>On which day; today when left out.</summary>
    public DateOnly? On { get; set; }
    /// <summary>How.</summary>
    public LookKind Kind { get; set; }
    /// <summary>The sides looked at, one or more.</summary>
    public IList<Side> Sides { get; set; } = [];
    /// <summary>What was found.</summary>
    [MaxLength(1000, ErrorMessage = "发现的情况最多1000个字")] public string? Finding { get; set; }
    /// <summary>What comes next.</summary>
    [MaxLength(200, ErrorMessage = "下一步最多200个字")] public string? NextStep { get; set; }
}
