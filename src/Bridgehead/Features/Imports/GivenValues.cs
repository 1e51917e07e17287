using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>What was given for a whole sheet of an imported ledger, as it is kept with the batch.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Name">The field.</param>
/// <param name="Text">The value.</param>
/// <param name="Rows">How many rows it was given for.</param>
public sealed record GivenValue(string Sheet, string Name, string Text, int Rows);

/// <summary>Keeps with a batch what its person gave for all rows and the file does not say, so that an auditor sees the difference.</summary>
internal static class GivenValues
{
    /// <summary>Notes it with the batch and in the trail, in the open unit of work.</summary>
    public static void Keep(BridgeheadDb db, ImportBatch batch, CheckReport report)
    {
        var given = (from sheet in report.Sheets
                     where sheet.Added + sheet.Updated > 0
                     from field in sheet.Given
                     select new GivenValue(sheet.Name, field.Name, field.Text, sheet.Added + sheet.Updated + sheet.Unchanged)).ToList();
        if (given.Count == 0) return;
        db.Add(new ImportedChange(batch.Id, ImportedChange.OfWholeLedger, batch.Id, batch.Version, JsonSerializer.Serialize(given)));
        foreach (var value in given) db.Note(new FieldChange(nameof(ImportBatch), batch.Id, $"Given {value.Sheet}!{value.Name}", null, value.Text));
    }

    /// <summary>What was given, by batch; batches that needed nothing are left out.</summary>
    public static async Task<ILookup<Guid, GivenValue>> Of(BridgeheadDb db, IEnumerable<Guid> batches, CancellationToken cancel)
    {
        var ids = batches.ToList();
        var kept = await db.Set<ImportedChange>().AsNoTracking().Where(c => ids.Contains(c.RecordId) && c.Kind == ImportedChange.OfWholeLedger).OrderBy(c => c.Id).Select(c => new { c.BatchId, c.Fields }).ToListAsync(cancel);
        return kept.SelectMany(c => JsonSerializer.Deserialize<List<GivenValue>>(c.Fields)!.Select(value => (c.BatchId, value))).ToLookup(c => c.BatchId, c => c.value);
    }
}
