using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>Looks at what a batch wrote and what has become of it since.</summary>
public sealed class LookAtBatch(BridgeheadDb db)
{
    private const int Shown = 50;

    /// <summary>What undoing it would do.</summary>
    public async Task<UndoPreview> Run(ImportBatch batch, CancellationToken cancel = default)
    {
        // a project of a later stage comes with one step of its own, made by whoever imported it
        var (id, user) = (batch.Id, batch.UserId);
        var projects = db.Set<Project>().AsNoTracking().Where(p => p.BatchId == id && p.DeletedAt == null);
        var enterprises = db.Set<Enterprise>().AsNoTracking().Where(e => e.BatchId == id && e.DeletedAt == null);
        var targets = db.Set<Target>().AsNoTracking().Where(t => t.BatchId == id);
        var changed = new List<ChangedRecord>();
        changed.AddRange((await projects.Where(p => p.Version > 1).OrderBy(p => p.Number).Take(Shown).Select(p => new { p.Id, p.Name, Moved = db.Set<ProjectStep>().Any(s => s.ProjectId == p.Id && (s.From > 0 || s.By != user || (s.Kind != StepKind.LateEntry && s.Kind != StepKind.Forward))) }).ToListAsync(cancel))
            .Select(p => new ChangedRecord(ImportedChange.OfProject, p.Id, p.Name, p.Moved ? ChangeSince.Moved : ChangeSince.Edited)));
        changed.AddRange((await enterprises.Where(e => e.Version > 1).OrderBy(e => e.Name).Take(Shown).Select(e => new { e.Id, e.Name }).ToListAsync(cancel)).Select(e => new ChangedRecord(ImportedChange.OfEnterprise, e.Id, e.Name, ChangeSince.Edited)));
        var (touched, restored) = (await Touched(id, changed, cancel), await Untouched(id, cancel));
        var entries = db.Set<LedgerEntry>().AsNoTracking().Where(e => e.ReversesSequence == null && e.DerivedFrom == null && db.Set<Evidence>().Any(v => v.BatchId == id && v.Id == e.EvidenceId));
        var reversed = await entries.CountAsync(e => db.Set<LedgerEntry>().Any(r => r.ReversesSequence == e.Sequence), cancel);
        var changedTargets = await targets.CountAsync(t => t.Version > 1, cancel);
        return new UndoPreview(batch,
            await projects.CountAsync(p => p.Version == 1, cancel) + await enterprises.CountAsync(e => e.Version == 1, cancel), restored,
            await entries.CountAsync(cancel) - reversed, reversed, await targets.CountAsync(cancel) - changedTargets,
            await projects.CountAsync(p => p.Version > 1, cancel) + await enterprises.CountAsync(e => e.Version > 1, cancel) + touched + changedTargets, [.. changed.Take(Shown)]);
    }

    private async Task<int> Touched(Guid batch, List<ChangedRecord> changed, CancellationToken cancel)
    {
        var changes = db.Set<ImportedChange>().AsNoTracking().Where(c => c.BatchId == batch);
        var projects = changes.Where(c => c.Kind == ImportedChange.OfProject).Join(db.Set<Project>().Where(p => p.DeletedAt == null), c => c.RecordId, p => p.Id, (c, p) => new { c.VersionAfter, p.Id, p.Name, p.Version }).Where(r => r.Version != r.VersionAfter);
        var enterprises = changes.Where(c => c.Kind == ImportedChange.OfEnterprise).Join(db.Set<Enterprise>().Where(p => p.DeletedAt == null), c => c.RecordId, e => e.Id, (c, e) => new { c.VersionAfter, e.Id, e.Name, e.Version }).Where(r => r.Version != r.VersionAfter);
        changed.AddRange((await projects.OrderBy(r => r.Name).Take(Shown).ToListAsync(cancel)).Select(r => new ChangedRecord(ImportedChange.OfProject, r.Id, r.Name, ChangeSince.Edited)));
        changed.AddRange((await enterprises.OrderBy(r => r.Name).Take(Shown).ToListAsync(cancel)).Select(r => new ChangedRecord(ImportedChange.OfEnterprise, r.Id, r.Name, ChangeSince.Edited)));
        return await projects.CountAsync(cancel) + await enterprises.CountAsync(cancel)
            + await changes.Where(c => c.Kind == ImportedChange.OfTarget).Join(db.Set<Target>(), c => c.RecordId, t => t.Id, (c, t) => new { c.VersionAfter, t.Version }).CountAsync(r => r.Version != r.VersionAfter, cancel);
    }

    private async Task<int> Untouched(Guid batch, CancellationToken cancel)
    {
        var changes = db.Set<ImportedChange>().AsNoTracking().Where(c => c.BatchId == batch);
        return await changes.Where(c => c.Kind == ImportedChange.OfProject).Join(db.Set<Project>().Where(p => p.DeletedAt == null), c => c.RecordId, p => p.Id, (c, p) => new { c.VersionAfter, p.Version }).CountAsync(r => r.Version == r.VersionAfter, cancel)
            + await changes.Where(c => c.Kind == ImportedChange.OfEnterprise).Join(db.Set<Enterprise>().Where(p => p.DeletedAt == null), c => c.RecordId, e => e.Id, (c, e) => new { c.VersionAfter, e.Version }).CountAsync(r => r.Version == r.VersionAfter, cancel)
            + await changes.Where(c => c.Kind == ImportedChange.OfTarget).Join(db.Set<Target>(), c => c.RecordId, t => t.Id, (c, t) => new { c.VersionAfter, t.Version }).CountAsync(r => r.Version == r.VersionAfter, cancel);
    }
}
