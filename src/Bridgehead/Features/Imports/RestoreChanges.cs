using System.Globalization;
using System.Text.Json;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Imports.Kinds;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>Gives records that a batch changed their former values back, in the fields the batch changed; other fields stay.</summary>
public sealed class RestoreChanges(BridgeheadDb db, OpenProject open, Asker asker, TimeProvider clock)
{
    private const int Part = 200;
    private static readonly IReadOnlyList<RecordField<ProjectFacts>> OfProject = ProjectFieldsToMerge.All([]);

    /// <summary>Restores them, the latest change first. Records that somebody changed since only when wanted; records in the trash not at all.</summary>
    public async Task Run(Guid batch, bool changedToo, CancellationToken cancel)
    {
        Guid? before = null;
        while (true)
        {
            var rows = db.Set<ImportedChange>().AsNoTracking().Where(c => c.BatchId == batch);
            if (before is { } last) rows = rows.Where(c => c.Id.CompareTo(last) < 0);
            var part = await rows.OrderByDescending(c => c.Id).Take(Part).ToListAsync(cancel);
            if (part.Count == 0) return;
            before = part[^1].Id;
            await Projects([.. part.Where(c => c.Kind == ImportedChange.OfProject)], changedToo, cancel);
            await Enterprises([.. part.Where(c => c.Kind == ImportedChange.OfEnterprise)], changedToo, cancel);
            await Targets([.. part.Where(c => c.Kind == ImportedChange.OfTarget)], changedToo, cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Projects(List<ImportedChange> changes, bool changedToo, CancellationToken cancel)
    {
        var ids = changes.ConvertAll(c => c.RecordId);
        var projects = await db.Set<Project>().Where(p => ids.Contains(p.Id) && p.DeletedAt == null).ToDictionaryAsync(p => p.Id, cancel);
        foreach (var change in changes)
        {
            if (!projects.TryGetValue(change.RecordId, out var project) || (project.Version != change.VersionAfter && !changedToo)) continue;
            var (since, last) = (project.StageSince, project.LastProgressOn);
            await open.Change(project, FieldMerge.Back(OfProject, ProjectFieldsToMerge.Facts(project), Values(change)), cancel);
            project.Since(since, last);
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task Enterprises(List<ImportedChange> changes, bool changedToo, CancellationToken cancel)
    {
        var ids = changes.ConvertAll(c => c.RecordId);
        var enterprises = await db.Set<Enterprise>().Where(e => ids.Contains(e.Id) && e.DeletedAt == null).ToDictionaryAsync(e => e.Id, cancel);
        foreach (var change in changes)
        {
            if (!enterprises.TryGetValue(change.RecordId, out var enterprise) || (enterprise.Version != change.VersionAfter && !changedToo)) continue;
            if (Values(change).Find(v => v.Key == "former") is { After: { } named } names)
            {
                var (id, came) = (enterprise.Id, named.Split('\n').Except((names.Before ?? "").Split('\n')).ToList());
                await db.Set<OtherName>().Where(n => n.EnterpriseId == id && came.Contains(n.Name)).ExecuteDeleteAsync(cancel);
            }
            enterprise.Change(enterprise.Name, FieldMerge.Back(EnterpriseFieldsToMerge.All, EnterpriseFieldsToMerge.Facts(enterprise), Values(change)).Facts);
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task Targets(List<ImportedChange> changes, bool changedToo, CancellationToken cancel)
    {
        var ids = changes.ConvertAll(c => c.RecordId);
        var targets = await db.Set<Target>().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancel);
        foreach (var change in changes)
        {
            if (!targets.TryGetValue(change.RecordId, out var target) || (target.Version != change.VersionAfter && !changedToo)) continue;
            var values = Values(change);
            var (value, source) = (long.Parse(values.First(v => v.Key == "value").Before!, CultureInfo.InvariantCulture), values.FirstOrDefault(v => v.Key == "source")?.Before ?? target.Source);
            if (value == target.Value || value <= 0) continue;
            target.Revise(new TargetSetting(value, target.Stretch >= value ? target.Stretch : null, source.Length > 0 ? source : "撤销导入", "撤销导入", asker.Name, clock.GetUtcNow().UtcDateTime));
        }
        await db.SaveChangesAsync(cancel);
    }

    private static List<FieldValue> Values(ImportedChange change) => JsonSerializer.Deserialize<List<FieldValue>>(change.Fields)!;
}
