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

    /// <summary>The sentence for two who wanted the same rows at the same moment.</summary>
    public static Refusal Together() => new($"他人正在修改相同的内容，这次没有保存。请稍后再提交一次");

    /// <summary>Whether the database let somebody else go first: a deadlock, or a write that could not be put in order.</summary>
    public static bool IsClash(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }) return true;
        return false;
    }

    /// <summary>Whether a failed save broke a unique constraint.</summary>
    public static bool IsDuplicate(DbUpdateException failure) => failure.InnerException switch
    {
        SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 2067 or 1555 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };
}
