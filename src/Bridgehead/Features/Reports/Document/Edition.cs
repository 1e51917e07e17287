namespace Bridgehead.Features.Reports;

/// <summary>Who the document is for.</summary>
public enum Edition
{
    /// <summary>With its numbers.</summary>
    Full,
    /// <summary>脱密版: every figure is a star, and no word tells what the star hides.</summary>
    Masked,
}
