namespace Bridgehead.Features.Projects.Stages;

/// <summary>Says which kind of document an attachment of a project is.</summary>
public sealed class ProjectDocument
{
    private ProjectDocument() { }

    internal ProjectDocument(Guid attachment, Guid project, DocumentKind kind) => (AttachmentId, ProjectId, Kind) = (attachment, project, kind);

    /// <summary>The attachment.</summary>
    public Guid AttachmentId { get; private set; }
    /// <summary>The project it belongs to.</summary>
    public Guid ProjectId { get; private set; }
    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; private set; }
}
