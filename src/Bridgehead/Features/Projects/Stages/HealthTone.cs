namespace Bridgehead.Features.Projects.Stages;

/// <summary>The tone of a chip that shows how a project is doing; the word stands first.</summary>
public static class HealthTone
{
    /// <summary>good, warn or bad.</summary>
    public static string Of(Health health) => health switch
    {
        Health.Normal => "good",
        Health.Red or Health.SemiShock => "bad",
        _ => "warn",
    };
}
