namespace Bridgehead.Features.Agreements;

/// <summary>The files of a record as a page shows them, with a way to add one; shown with <c>_Files.cshtml</c>.</summary>
/// <param name="Rows">The files, oldest first.</param>
/// <param name="MayAttach">Whether the asker may add one: the page answers the handler "Attach".</param>
/// <param name="Hint">What belongs here.</param>
public sealed record FilesOf(IReadOnlyList<AttachmentRow> Rows, bool MayAttach, string Hint);
