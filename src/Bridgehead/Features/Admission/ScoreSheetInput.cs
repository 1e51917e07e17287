using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Admission;

/// <summary>An item of a score sheet as it is typed.</summary>
public sealed class ScoreItemInput
{
    /// <summary>What is judged; an empty one is left out.</summary>
    [MaxLength(40)] public string? Name { get; set; }
    /// <summary>The most points it brings.</summary>
    [Range(0, 100, ErrorMessage = "分值应在0到100之间")] public int? Weight { get; set; }
    /// <summary>For what how many points are given.</summary>
    [MaxLength(300)] public string? Criteria { get; set; }
}

/// <summary>Another version of the score sheet as it is typed.</summary>
public sealed class ScoreSheetInput
{
    /// <summary>The items.</summary>
    public List<ScoreItemInput> Items { get; set; } = [];
    /// <summary>What rules a project out, one a line.</summary>
    [MaxLength(3000)] public string? Vetoes { get; set; }
    /// <summary>The points it takes to pass.</summary>
    [Range(1, 100, ErrorMessage = "及格线应在1到100分之间")] public int PassMark { get; set; } = DefaultSheet.PassMark;
}
