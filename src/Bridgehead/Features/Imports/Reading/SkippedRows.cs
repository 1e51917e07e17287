namespace Bridgehead.Features.Imports.Reading;

/// <summary>Rows that hold no record, and why they were passed over; one row or an unbroken run of blank ones.</summary>
/// <param name="First">Number of the first such row.</param>
/// <param name="Last">Number of the last one.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record SkippedRows(int First, int Last, FormattableString Reason);
