using System.Text.Json;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports.Kinds;

/// <summary>A row about a project that stands already.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Row">Its number.</param>
/// <param name="Id">The project.</param>
/// <param name="Facts">What the row says.</param>
internal sealed record Matched(string Sheet, int Row, Guid Id, ProjectFacts Facts);

/// <summary>Compares rows with the projects they are about, and changes these as the person decided. Neither stage nor the day of the last progress follows an import.</summary>
internal sealed class UpdateProjects(BridgeheadDb db, OpenProject open, IReadOnlyList<RecordField<ProjectFacts>> fields)
{
    private const int Part = 200;
    private readonly Dictionary<Guid, (ProjectFacts Facts, long Version, IReadOnlyList<FieldValue> Changes)> changed = [];

    /// <summary>How many projects change.</summary>
    public int Count => changed.Count;

    /// <summary>What each row changes.</summary>
    public async Task<IReadOnlyList<SettledRow>> Settle(IReadOnlyList<Matched> rows, OnExisting policy, CancellationToken cancel)
    {
        var settled = new List<SettledRow>();
        foreach (var part in rows.Chunk(Part))
        {
            var ids = part.Select(row => row.Id).ToHashSet();
            var standing = await db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
            foreach (var row in part)
                if (standing.TryGetValue(row.Id, out var project)) settled.Add(Settle(row, project, policy));
        }
        return settled;
    }

    /// <summary>Writes the changes, each with what stood before. Refused when a project was changed since it was compared.</summary>
    public async Task Write(ImportBatch batch, ImportProgress progress, CancellationToken cancel)
    {
        foreach (var part in changed.Chunk(Part))
        {
            var ids = part.Select(c => c.Key).ToList();
            var projects = await db.Set<Project>().Where(p => ids.Contains(p.Id) && p.DeletedAt == null).ToDictionaryAsync(p => p.Id, cancel);
            foreach (var (id, (facts, version, _)) in part)
            {
                Refusal.Unless(projects.TryGetValue(id, out var project) && project.Version == version, $"项目“{facts.Name}”在检查之后被他人修改，请重新检查后再导入");
                var (since, last) = (project!.StageSince, project.LastProgressOn);
                await open.Change(project, facts, cancel);
                project.Since(since, last);
                progress.Step();
            }
            await db.SaveChangesAsync(cancel);
            await BulkInsert.Into(db, part.Select(c => new ImportedChange(batch.Id, ImportedChange.OfProject, c.Key, projects[c.Key].Version, JsonSerializer.Serialize(c.Value.Changes))), cancel);
            db.ChangeTracker.Clear();
        }
    }

    private SettledRow Settle(Matched row, Project project, OnExisting policy)
    {
        // a later row about the same project goes on from what an earlier one made of it
        var before = changed.TryGetValue(row.Id, out var earlier) ? earlier.Facts : ProjectFieldsToMerge.Facts(project);
        var (facts, changes) = FieldMerge.Of(fields, before, row.Facts, policy);
        if (changes.Count == 0) return new SettledRow(row.Sheet, row.Row, project.Name, []);
        if (ProjectRules.Broken(facts, open.Today).ToList() is { Count: > 0 } broken) return new SettledRow(row.Sheet, row.Row, project.Name, []) { Refused = broken.ConvertAll(rule => rule.Sentence) };
        changed[row.Id] = (facts, project.Version, FieldMerge.Between(fields, ProjectFieldsToMerge.Facts(project), facts));
        var shown = FieldMerge.Shown(fields, changes);
        return new SettledRow(row.Sheet, row.Row, project.Name, shown);
    }
}
