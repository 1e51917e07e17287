namespace Bridgehead;

/// <summary>A kind of record that can carry attachments, and who may read and change them. A kind nobody registered is nobody's to see.</summary>
/// <param name="Kind">The kind, at most 16 characters: "project".</param>
/// <param name="MayRead">Whether the asker may read this record.</param>
/// <param name="MayChange">Whether the asker may change this record.</param>
/// <param name="BeforeTakingOff">Refuses to take off what the record rests on; null where it rests on none.</param>
public sealed record AttachmentOwner(
    string Kind, Func<IServiceProvider, Guid, CancellationToken, Task<bool>> MayRead, Func<IServiceProvider, Guid, CancellationToken, Task<bool>> MayChange,
    Func<IServiceProvider, Attachment, CancellationToken, Task>? BeforeTakingOff = null);
