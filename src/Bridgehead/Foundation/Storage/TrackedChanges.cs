using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bridgehead;

/// <summary>Reads the tracker: advances versions, lists what changed for the trail and for the search index.</summary>
internal static class TrackedChanges
{
    private static readonly HashSet<string> Secret = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", "Hash", "Secret", "CodeSecret", "Digest", "PersonName", "PersonPhone", "PersonEmail"];

    public static void AdvanceVersions(this ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IVersioned>())
        {
            var version = entry.Property<long>(nameof(IVersioned.Version));
            if (entry.State == EntityState.Added) version.CurrentValue = 1;
            else if (entry.State == EntityState.Modified) version.CurrentValue = version.OriginalValue + 1;
        }
    }

    public static List<FieldChange> FieldChanges(this ChangeTracker tracker) =>
        [.. tracker.Entries<IAudited>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .SelectMany(Fields)];

    public static List<(ISearchable Record, bool Gone)> SearchableChanges(this ChangeTracker tracker) =>
        [.. tracker.Entries<ISearchable>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => (entry.Entity,
                entry.State == EntityState.Deleted || entry.Entity is ITrashable { DeletedAt: not null }))];

    private static IEnumerable<FieldChange> Fields(EntityEntry<IAudited> entry)
    {
        var kind = entry.Metadata.ClrType.Name;
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (name is "Id" or "Version") continue;
            var before = entry.State == EntityState.Added ? null : Text(property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue);
            if (before == after) continue;
            yield return Secret.Contains(name)
                ? new FieldChange(kind, entry.Entity.Id, name, before is null ? null : "***", after is null ? null : "***")
                : new FieldChange(kind, entry.Entity.Id, name, before, after);
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
