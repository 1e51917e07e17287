using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bridgehead;

/// <summary>Somebody else was faster: a stale version, or a value that must be unique and was just taken.</summary>
internal static class Stale
{
    /// <summary>The sentence for a stale version.</summary>
    public static Refusal Refusal() => new($"他人已修改了这条记录，您的修改没有保存。请核对最新内容后再提交");

    /// <summary>The sentence for a value taken meanwhile.</summary>
    public static Refusal Duplicate() => new($"相同的记录已经存在（代码、编号或名称重复），没有保存");

    /// <summary>The version of the record a stale change was about as it now is; null for any other failure, and when the record is gone.</summary>
    public static async Task<long?> VersionNow(Exception failure, CancellationToken cancel) =>
        failure is DbUpdateConcurrencyException { Entries: [var entry, ..] } && await entry.GetDatabaseValuesAsync(cancel) is { } now
            ? now[nameof(IVersioned.Version)] as long? : null;

    /// <summary>Whether a failed save broke a unique constraint.</summary>
    public static bool IsDuplicate(DbUpdateException failure) => failure.InnerException switch
    {
        SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 2067 or 1555 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };
}
