namespace Bridgehead.Features.Imports;

/// <summary>What a ledger is imported as.</summary>
public enum ImportKind
{
    /// <summary>企业名录.</summary>
    [Label("企业名录")] Enterprises,
    /// <summary>项目台账.</summary>
    [Label("项目台账")] Projects,
    /// <summary>历史数据与目标.</summary>
    [Label("历史数据与目标")] Figures,
}

/// <summary>One ledger applied as a whole; it can be undone as a whole.</summary>
public sealed class ImportBatch : IVersioned, IAudited
{
    private ImportBatch() { }

    /// <summary>Records an import.</summary>
    /// <param name="kind">As what.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="digest">The file's SHA-256, hexadecimal.</param>
    /// <param name="who">Who imported it.</param>
    /// <param name="userId">Whose account; null for the operator.</param>
    /// <param name="unitId">The unit it was imported for; null for the operator.</param>
    /// <param name="at">When (UTC).</param>
    public ImportBatch(ImportKind kind, string file, string digest, string who, Guid? userId, Guid? unitId, DateTime at) =>
        (Id, Kind, File, Digest, Who, UserId, UnitId, At) = (Guid.CreateVersion7(), kind, file.Length <= 200 ? file : file[^200..], digest, who, userId, unitId, at);

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>As what.</summary>
    public ImportKind Kind { get; private set; }
    /// <summary>The file's name.</summary>
    public string File { get; private set; } = "";
    /// <summary>The file's SHA-256.</summary>
    public string Digest { get; private set; } = "";
    /// <summary>Who imported it.</summary>
    public string Who { get; private set; } = "";
    /// <summary>Whose account.</summary>
    public Guid? UserId { get; private set; }
    /// <summary>The unit it was imported for.</summary>
    public Guid? UnitId { get; private set; }
    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
    /// <summary>How many rows were read.</summary>
    public int Read { get; internal set; }
    /// <summary>How many were taken.</summary>
    public int Accepted { get; internal set; }
    /// <summary>How many were refused.</summary>
    public int Refused { get; internal set; }
    /// <summary>How many became new records.</summary>
    public int Added { get; internal set; }
    /// <summary>How many changed records that were there.</summary>
    public int Updated { get; internal set; }
    /// <summary>How many changed nothing.</summary>
    public int Unchanged { get; internal set; }
    /// <summary>When it was undone (UTC); null while it stands.</summary>
    public DateTime? UndoneAt { get; private set; }
    /// <summary>How many records that somebody had changed were left standing when it was undone.</summary>
    public int LeftStanding { get; private set; }
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Marks it undone. Refused the second time.</summary>
    /// <param name="now">When (UTC).</param>
    /// <param name="left">How many records are left standing.</param>
    public void Undo(DateTime now, int left = 0)
    {
        Refusal.When(UndoneAt is not null, $"这批导入已经撤销过");
        (UndoneAt, LeftStanding) = (now, left);
    }
}
