namespace Bridgehead;

/// <summary>A thing people change: every write states the version it was read at, and a stale write is refused.</summary>
public interface IVersioned
{
    /// <summary>Counts the changes, from 1. Set by the application on both databases, never by a trigger.</summary>
    long Version { get; }
}

/// <summary>A thing that can be thrown away and brought back within the trash period.</summary>
public interface ITrashable
{
    /// <summary>When it was thrown away (UTC); null while it is in use.</summary>
    DateTime? DeletedAt { get; }
}

/// <summary>A thing whose changes stand field by field in the audit trail.</summary>
public interface IAudited
{
    /// <summary>The identity the trail names.</summary>
    Guid Id { get; }
}

/// <summary>A thing the one search box finds.</summary>
public interface ISearchable
{
    /// <summary>The identity of the record found.</summary>
    Guid Id { get; }

    /// <summary>How the record is shown in the results.</summary>
    SearchCard Card { get; }
}

/// <summary>What the search index knows of a record.</summary>
/// <param name="Kind">Which kind of record: project, enterprise, unit.</param>
/// <param name="Title">The name people know it by.</param>
/// <param name="Keys">Everything else it is found by: codes, former names, aliases.</param>
/// <param name="UnitId">The unit whose data scope it falls in; null when everyone signed in may find it.</param>
public sealed record SearchCard(string Kind, string Title, string Keys, Guid? UnitId);
