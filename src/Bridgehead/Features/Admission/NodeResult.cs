namespace Bridgehead.Features.Admission;

/// <summary>What a deciding body decided.</summary>
public enum NodeResult
{
    /// <summary>It agreed.</summary>
    [Label("同意")] Agreed,
    /// <summary>It sent the matter back.</summary>
    [Label("退回")] SentBack,
    /// <summary>It refused.</summary>
    [Label("否决")] Refused,
}
