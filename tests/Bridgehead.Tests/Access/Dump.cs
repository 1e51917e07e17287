using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Tests.Access;

/// <summary>All rows of all tables as text, read past the application's own types.</summary>
internal static class Dump
{
    /// <summary>Table by table, each row as "column=value" pairs.</summary>
    public static Task<Dictionary<string, List<string>>> Of(BridgeheadDb db) => Of(db, []);

    /// <summary>The same without some tables.</summary>
    public static async Task<Dictionary<string, List<string>>> Of(BridgeheadDb db, string[] without)
    {
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Except(without).Order(StringComparer.Ordinal).ToList();
        var dump = new Dictionary<string, List<string>>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        // all at once: more than a hundred questions one by one would take longer to ask than to answer
#pragma warning disable CA2100 // table names come from the model
        command.CommandText = string.Join(';', tables.Select(table => $"SELECT * FROM \"{table}\""));
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        foreach (var table in tables)
        {
            var (lines, line, names) = (new List<string>(), new StringBuilder(), Enumerable.Range(0, rows.FieldCount).Select(i => (i == 0 ? "" : "|") + rows.GetName(i) + "=").ToArray());
            while (await rows.ReadAsync())
            {
                line.Clear();
                for (var i = 0; i < names.Length; i++) line.Append(names[i]).Append(Text(rows.GetValue(i)));
                lines.Add(line.ToString());
            }
            lines.Sort(StringComparer.Ordinal);
            dump[table] = lines;
            await rows.NextResultAsync();
        }
        return dump;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
