namespace Bridgehead.Features.Projects.Stages;

/// <summary>How a project is doing; an axis of its own beside the stage (domain.md 6.2 and 6.10), computed from what happened.</summary>
public enum Health
{
    /// <summary>Nothing to be seen.</summary>
    [Label("正常")] Normal,
    /// <summary>At its stage longer than the limit.</summary>
    [Label("超期")] Yellow,
    /// <summary>At its stage longer than one and a half times the limit.</summary>
    [Label("严重超期")] Red,
    /// <summary>No progress for 60 days.</summary>
    [Label("静默")] Silent,
    /// <summary>Money had arrived, none for two whole quarters, and more is owed.</summary>
    [Label("渐冻")] Freezing,
    /// <summary>Signed, and the start overdue by 180 days.</summary>
    [Label("半休克")] SemiShock,
}
