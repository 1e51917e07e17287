namespace Bridgehead;

/// <summary>The branch of the economy an industry or project belongs to (三次产业).</summary>
public enum Branch
{
    /// <summary>一产.</summary>
    [Label("一产")] Primary,
    /// <summary>二产.</summary>
    [Label("二产")] Secondary,
    /// <summary>三产.</summary>
    [Label("三产")] Tertiary,
}
