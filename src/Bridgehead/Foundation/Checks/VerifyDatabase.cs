using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bridgehead;

/// <summary>Asks the database engine itself: pages and indexes sound, no reference into the void, no constraint left unproved.</summary>
public sealed class VerifyDatabase(BridgeheadDb db)
{
    /// <summary>What the engine finds wrong.</summary>
    public async Task<IReadOnlyList<FormattableString>> Run(CancellationToken cancel = default) => db.IsPostgres
        ? [.. (await Rows("""SELECT conrelid::regclass::text || ' ' || conname FROM pg_constraint WHERE NOT convalidated""", cancel))
            .Select(name => (FormattableString)$"数据库约束未经校验：{name}")]
        : [.. (await Rows("PRAGMA integrity_check", cancel)).Where(said => said != "ok").Select(said => (FormattableString)$"数据库文件损坏：{said}"),
            .. (await Rows("PRAGMA foreign_key_check", cancel)).Select(row => (FormattableString)$"引用的记录不存在：{row}")];

    private async Task<List<string>> Rows(string question, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var rows = new List<string>();
        await using (var row = await command.ExecuteReaderAsync(cancel))
            while (rows.Count < 100 && await row.ReadAsync(cancel))
                rows.Add(string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))));
        await db.Database.CloseConnectionAsync();
        return rows;
    }
}
