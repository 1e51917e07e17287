using System.ComponentModel.DataAnnotations;

namespace Bridgehead.Features.Targets;

/// <summary>A sheet of targets as it is typed or pasted.</summary>
public sealed class TargetSheetInput
{
    /// <summary>What is typed in each cell, by unit and indicator: "east/arrived-funds". Empty withdraws a target that stands.</summary>
    public Dictionary<string, string?> Cells { get; set; } = [];
    /// <summary>The document that hands the targets down.</summary>
    [MaxLength(500)] public string? Source { get; set; }
    /// <summary>Why targets that stand are changed.</summary>
    [MaxLength(300, ErrorMessage = "理由最多300个字")] public string? Reason { get; set; }
    /// <summary>What stood in each cell when the sheet was opened: a cell left as it was changes nothing, and nobody's change in between is overwritten.</summary>
    public Dictionary<string, string?> Was { get; set; } = [];
}
