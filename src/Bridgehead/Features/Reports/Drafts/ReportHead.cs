namespace Bridgehead.Features.Reports;

/// <summary>What stands around the text of a report.</summary>
/// <param name="Title">The title in words between which a line may break, parted by spaces.</param>
/// <param name="Occasion">The line under the title; null for none.</param>
/// <param name="Reporter">Who reports; null for none.</param>
/// <param name="Addressee">主送机关 without the colon; null for none.</param>
/// <param name="SignedBy">署名; null for none.</param>
/// <param name="IssuedOn">成文日期; null for none.</param>
/// <param name="Attachments">附件, one a line.</param>
public sealed record ReportHead(string Title, string? Occasion, string? Reporter, string? Addressee, string? SignedBy, DateOnly? IssuedOn, string? Attachments);
