namespace Bridgehead.Features.Projects.Stages;

/// <summary>What counts as the start of a project (domain.md 4.4).</summary>
public enum StartKind
{
    /// <summary>Building works begin.</summary>
    [Label("建安类")] Building,
    /// <summary>Equipment is bought.</summary>
    [Label("设备购置类")] Equipment,
    /// <summary>It opens for business.</summary>
    [Label("开业")] Opening,
}
