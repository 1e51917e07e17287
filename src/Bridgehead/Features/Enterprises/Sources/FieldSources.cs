using Bridgehead.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Where a content came from, as it is shown.</summary>
/// <param name="Kind">How it came.</param>
/// <param name="Name">The person, the file or the department; null when not known any more.</param>
/// <param name="At">When (UTC).</param>
public sealed record SourceView(SourceKind Kind, string? Name, DateTime At);

/// <summary>Keeps and tells where the contents of enterprises came from (一数一源).</summary>
public sealed class FieldSources(BridgeheadDb db)
{
    /// <summary>Notes a source for fields whose content changed; saved with the change.</summary>
    public async Task Note(Guid enterprise, IReadOnlyCollection<string> fields, SourceKind kind, string name, DateTime at, CancellationToken cancel = default)
    {
        if (fields.Count == 0) return;
        var known = await db.Set<FieldSource>().Where(s => s.EnterpriseId == enterprise).ToDictionaryAsync(s => s.Field, cancel);
        foreach (var field in fields)
            if (known.TryGetValue(field, out var source)) source.Came(kind, name, at);
            else db.Add(new FieldSource(enterprise, field, kind, name, at));
    }

    /// <summary>The source of every field: its own, or else how the record came: with an import, or typed when it was registered.</summary>
    public async Task<IReadOnlyDictionary<string, SourceView>> Of(Enterprise enterprise, CancellationToken cancel = default)
    {
        var own = await db.Set<FieldSource>().AsNoTracking().Where(s => s.EnterpriseId == enterprise.Id).ToDictionaryAsync(s => s.Field, s => new SourceView(s.Kind, s.Name, s.At), cancel);
        var batch = enterprise.BatchId is { } id ? await db.Set<ImportBatch>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancel) : null;
        var record = batch is not null ? new SourceView(SourceKind.Import, batch.File, batch.At) : new SourceView(SourceKind.Typed, null, Made(enterprise.Id));
        return EnterpriseFields.All.ToDictionary(f => f.Field, f => own.GetValueOrDefault(f.Field) ?? record);
    }

    // the first 48 bits of the identity are the milliseconds since 1970 (RFC 9562, version 7)
    private static DateTime Made(Guid id) => DateTime.UnixEpoch.AddMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16));
}
