using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bridgehead;

/// <summary>A table as a backup sees it: its name and its columns, taken from the model, alike on both engines.</summary>
internal sealed class KeptTable
{
    private KeptTable(ITable table)
    {
        Name = table.Name;
        Columns = [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new KeptColumn(
            c.Name, CellKind.Of(c.PropertyMappings.Select(m => m.TypeMapping.Converter?.ProviderClrType ?? m.Property.ClrType).FirstOrDefault() ?? typeof(string)),
            c.StoreType, IsCounted(c)))];
        var names = string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));
        var key = string.Join(", ", table.PrimaryKey!.Columns.Select(c => $"\"{c.Name}\""));
        SelectStatement = $"SELECT {names} FROM \"{Name}\" ORDER BY {key}";
        InsertStatement = $"INSERT INTO \"{Name}\" ({names}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})";
        CopyStatement = $"COPY \"{Name}\" ({names}) FROM STDIN (FORMAT BINARY)";
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }
    /// <summary>Its columns by name.</summary>
    public IReadOnlyList<KeptColumn> Columns { get; }
    /// <summary>Reads it in the order of its key.</summary>
    public string SelectStatement { get; }
    /// <summary>Writes one row.</summary>
    public string InsertStatement { get; }
    /// <summary>Writes many rows.</summary>
    public string CopyStatement { get; }

    /// <summary>Every table of the model, each after those it refers to.</summary>
    public static IReadOnlyList<KeptTable> All(BridgeheadDb db)
    {
        var waiting = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || ordered.Contains(f.PrincipalTable)))
                ?? throw new NotSupportedException($"The tables {string.Join(", ", waiting.Select(t => t.Name))} refer to each other in a circle.");
            ordered.Add(next);
            waiting.Remove(next);
        }
        return [.. ordered.Select(t => new KeptTable(t))];
    }

    private static bool IsCounted(IColumn column) => column.PropertyMappings.Any(m =>
        m.Property.ValueGenerated == ValueGenerated.OnAdd && m.Property.IsPrimaryKey() && (m.Property.ClrType == typeof(int) || m.Property.ClrType == typeof(long)));
}

/// <summary>A column as a backup sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="StoreType">The database's own type.</param>
/// <param name="IsCounted">Whether the database counts it up by itself.</param>
internal sealed record KeptColumn(string Name, CellKind Kind, string StoreType, bool IsCounted);
