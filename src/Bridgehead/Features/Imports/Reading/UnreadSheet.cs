namespace Bridgehead.Features.Imports.Reading;

/// <summary>A sheet that was left out, and why.</summary>
public sealed record UnreadSheet(string Name, FormattableString Reason);
