namespace Bridgehead.Features.Targets;

/// <summary>The tasks of a campaign as they are typed or pasted.</summary>
public sealed class CampaignTasksInput
{
    /// <summary>What is typed in each cell, by unit and indicator: "east/arrived-funds". Empty takes the task away; what is not named stays.</summary>
    public Dictionary<string, string?> Cells { get; set; } = [];
}
