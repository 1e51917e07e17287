namespace Bridgehead.Features.Reports;

/// <summary>A Word file of the city's own with content controls named by figures; filled with the figures of a unit and a period.</summary>
public sealed class ReportTemplate : IVersioned, IAudited
{
    private ReportTemplate() { }

    /// <summary>Keeps a template.</summary>
    /// <param name="unitId">Whose it is: that unit and everything below it may use it.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="fileName">The name the file came with.</param>
    /// <param name="fileDigest">SHA-256 of the file.</param>
    /// <param name="by">Who brought it.</param>
    /// <param name="at">When (UTC).</param>
    public ReportTemplate(Guid unitId, string name, string fileName, string fileDigest, string by, DateTime at)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Length > 60, $"请填写模板名称，最多60个字", nameof(Name));
        (Id, UnitId, Name, By) = (Guid.CreateVersion7(), unitId, name.Trim(), by);
        Replace(fileName, fileDigest, by, at);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>Whose it is.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The name the file came with.</summary>
    public string FileName { get; private set; } = "";
    /// <summary>SHA-256 of the file.</summary>
    public string FileDigest { get; private set; } = "";
    /// <summary>Who brought the file.</summary>
    public string By { get; private set; } = "";
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Takes another file.</summary>
    public void Replace(string fileName, string fileDigest, string by, DateTime at) =>
        (FileName, FileDigest, By, At) = (fileName.Length <= 200 ? fileName : fileName[..200], fileDigest, by, at);
}
