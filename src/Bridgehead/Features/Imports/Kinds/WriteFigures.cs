using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>Writes rows of figures: statements into the ledger on their evidence, targets, ratios as printed.</summary>
internal sealed class WriteFigures(BridgeheadDb db, RecordEntries record, Asker asker, TimeProvider clock)
{
    /// <summary>Writes them, for a batch. Refused when one of them was published by somebody else since the check.</summary>
    public async Task Run(ImportBatch batch, IReadOnlyList<FigureRow> rows, ImportProgress progress, CancellationToken cancel)
    {
        var evidence = new Dictionary<(Guid, string), Evidence>();
        foreach (var row in rows.Where(t => t.Class.Kind != FigureClassKind.Target))
            if (!evidence.ContainsKey((row.Unit.Id, row.Source)))
                evidence.Add((row.Unit.Id, row.Source), new Evidence(EvidenceKind.HistoricalStatement, row.Source.Length > 0 ? Limit(row.Source, 200) : batch.File, $"{batch.File}，第{row.Row}行起", row.Unit.Id, clock.GetUtcNow().UtcDateTime) { BatchId = batch.Id });
        db.AddRange(evidence.Values);
        await db.SaveChangesAsync(cancel);
        await RefuseStated(rows, cancel);
        await record.Run([.. rows.Where(t => t.Class.Kind == FigureClassKind.Actual).Select(t => Entry(t, evidence[(t.Unit.Id, t.Source)].Id, batch.Id))], cancel);
        foreach (var row in rows.Where(t => t.Class.Kind == FigureClassKind.Ratio))
            db.Add(new PublishedRatio
            {
                EvidenceId = evidence[(row.Unit.Id, row.Source)].Id, IndicatorId = row.Indicator.Id, UnitId = row.Unit.Id, FromMonth = row.Span.From, ToMonth = row.Span.To,
                Dimension = row.Group.Dimension, Key = row.Group.Key, Kind = row.Class.Ratio, SetBy = row.Class.SetBy, Printed = row.Text, BatchId = batch.Id,
            });
        await WriteTargets(batch, rows, cancel);
        await db.SaveChangesAsync(cancel);
        progress.Begin(3, 0);
    }

    private async Task WriteTargets(ImportBatch batch, IReadOnlyList<FigureRow> rows, CancellationToken cancel)
    {
        var changed = new List<(Target Target, string Fields)>();
        foreach (var row in rows.Where(t => t.Class.Kind == FigureClassKind.Target))
        {
            if (row.Standing?.Target is not { } seen)
            {
                db.Add(new Target(row.Indicator.Id, row.Unit.Id, row.Span.Year, row.Group.Dimension, row.Group.Key, row.Class.SetBy, Setting(row, batch, "")) { BatchId = batch.Id });
                continue;
            }
            var target = await db.Set<Target>().FirstOrDefaultAsync(t => t.Id == seen.Id, cancel);
            Refusal.Unless(target is not null && target.Version == seen.Version, $"{row.Unit.Label}“{row.Indicator.Name}”{row.Span.Year}年的目标在检查之后被他人修改，请重新检查后再导入");
            var before = (target!.Value, target.Source);
            target.Revise(Setting(row, batch, "按导入的台账调整") with { Stretch = target.Stretch >= row.Value ? target.Stretch : null });
            changed.Add((target, JsonSerializer.Serialize((FieldValue[])[new("value", Text(before.Value), Text(target.Value)), new("source", before.Source, target.Source)])));
        }
        await db.SaveChangesAsync(cancel);
        await BulkInsert.Into(db, changed.Select(c => new ImportedChange(batch.Id, ImportedChange.OfTarget, c.Target.Id, c.Target.Version, c.Fields)), cancel);
    }

    /// <summary>A statement for the same place must not be entered twice: looked at again under the lock of the ledger.</summary>
    private async Task RefuseStated(IReadOnlyList<FigureRow> rows, CancellationToken cancel)
    {
        await Chain.Hold(db, Chain.Ledger, cancel);
        var again = rows.Where(row => row.Class.Kind == FigureClassKind.Actual).Select(row => row with { Standing = null }).ToList();
        await new SettleFigures(db).Run(again, OnExisting.Keep, cancel);
        if (again.Find(row => row.Standing is not null) is { } row)
            throw new Refusal($"第{row.Row}行：{row.Unit.Label}“{row.Indicator.Name}”{row.Span}已有公布数，请先冲销原分录或撤销原导入，再导入新数");
    }

    private TargetSetting Setting(FigureRow row, ImportBatch batch, string reason) =>
        new(row.Value, null, row.Source.Length > 0 ? Limit(row.Source, 500) : batch.File, reason, asker.Name, clock.GetUtcNow().UtcDateTime);

    private static NewEntry Entry(FigureRow row, Guid evidence, Guid batch) =>
        new(evidence, row.Indicator.Id, row.Unit.Id, row.Span, Months.LastDay(row.Span.To), row.Value)
        {
            Whole = true, Breakdown = row.Group.Dimension, BatchId = batch, Currency = row.Indicator.Measure == Measure.Usd ? "USD" : "CNY",
            Origin = row.Group.Dimension == Dimension.Origin ? row.Group.Key : null, Industry = row.Group.Dimension == Dimension.Industry ? row.Group.Key : null,
            Band = row.Group.Dimension == Dimension.Band ? row.Group.Key : null, Other = row.Group.Dimension == Dimension.Other ? row.Group.Key : null,
        };

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Limit(string text, int length) => text.Length <= length ? text : text[..length];
}
