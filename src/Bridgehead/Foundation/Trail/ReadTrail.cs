using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bridgehead;

/// <summary>Reads the trail line by line straight from its columns, past the model: one row in memory at a time.</summary>
public sealed class ReadTrail(BridgeheadDb db)
{
    private const string Columns =
        """
        SELECT "Sequence", "At", "Action", "Result", "UserId", "UserName", "Role", "Unit", "Address", "SubjectId", "Reason", "Changes", "PreviousHash", "Hash"
        FROM "AuditEntries" ORDER BY "Sequence"
        """;

    /// <summary>The last link the chain says it has.</summary>
    public Task<ChainHead?> Head(CancellationToken cancel = default) =>
        db.Set<ChainHead>().AsNoTracking().FirstOrDefaultAsync(h => h.Chain == "audit", cancel);

    /// <summary>The lines in order, from the first.</summary>
    public async IAsyncEnumerable<TrailLine> Lines([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Columns;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await using var row = await command.ExecuteReaderAsync(CommandBehavior.Default, cancel);
        while (await row.ReadAsync(cancel)) yield return Line(row);
        await db.Database.CloseConnectionAsync();
    }

    private static TrailLine Line(DbDataReader row) => new(
        row.GetInt64(0), Time(row.GetValue(1)), Text(row, 2), Text(row, 3), Identity(row.GetValue(4)), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8),
        Identity(row.GetValue(9)), row.IsDBNull(10) ? null : Text(row, 10), Text(row, 11), Text(row, 12), Text(row, 13));

    private static string Text(DbDataReader row, int column) => Shown(row.GetValue(column));

    private static string Time(object value) => value switch
    {
        DateTime time => time.ToString(TrailLine.TimeFormat, CultureInfo.InvariantCulture),
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && time.Ticks % TimeSpan.TicksPerMicrosecond == 0 => time.ToString(TrailLine.TimeFormat, CultureInfo.InvariantCulture),
        _ => Shown(value),
    };

    private static string? Identity(object value) => value switch
    {
        DBNull => null,
        Guid id => id.ToString("D"),
        string text when Guid.TryParseExact(text, "D", out var id) => id.ToString("D"),
        _ => Shown(value),
    };

    private static string Shown(object value) => value switch
    {
        string text => text,
        byte[] bytes => "0x" + Convert.ToHexStringLower(bytes),
        DBNull => "\0",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
