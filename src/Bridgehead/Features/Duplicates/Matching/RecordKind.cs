namespace Bridgehead.Features.Duplicates;

/// <summary>What kind of record may be there twice.</summary>
public enum RecordKind
{
    /// <summary>A project, from the lead on.</summary>
    [Label("项目")] Project,
    /// <summary>An enterprise.</summary>
    [Label("企业")] Enterprise,
}
