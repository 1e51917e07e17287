namespace Bridgehead;

/// <summary>One field of one record, before and after. Null stands for "not there".</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Id">Which record.</param>
/// <param name="Field">Which field.</param>
/// <param name="Before">Its value before, as text.</param>
/// <param name="After">Its value after, as text.</param>
public sealed record FieldChange(string Kind, Guid Id, string Field, string? Before, string? After);
