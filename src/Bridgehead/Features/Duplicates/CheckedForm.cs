namespace Bridgehead.Features.Duplicates;

/// <summary>A form that is checked for duplicates while it is filled.</summary>
/// <param name="Kind">"project" or "enterprise".</param>
/// <param name="Record">The record that is edited; null for a new one.</param>
/// <param name="AsNew">The reason typed for holding it for another.</param>
public sealed record CheckedForm(string Kind, Guid? Record, string? AsNew)
{
    /// <summary>The fields the check looks at.</summary>
    public static string Fields { get; } = string.Join(", ", typeof(TypedRecord).GetProperties().Select(f => $"[name='Input.{f.Name}']"));
}
