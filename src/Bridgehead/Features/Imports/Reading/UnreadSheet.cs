namespace Bridgehead.Features.Imports.Reading;

/// <summary>A sheet that was left out, and why.</summary>
public sealed record UnreadSheet(string Name, FormattableString Reason)
{
    /// <summary>The sheet itself, to be looked at; null when it is empty.</summary>
    public RawSheet? Sheet { get; init; }
}
