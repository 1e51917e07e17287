namespace Bridgehead.Features.Reports;

/// <summary>Words that belong to the paper itself and stay Chinese on every screen.</summary>
public static class WordsOfPaper
{
    /// <summary>Before the first attachment.</summary>
    public const string Attached = "附件：";
}
