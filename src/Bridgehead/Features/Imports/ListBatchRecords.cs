using System.Text.Json;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Imports.Kinds;
using Bridgehead.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>A record that a batch made or changed, as it stands now.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Kind">project or enterprise.</param>
/// <param name="Number">Its number; a credit code for an enterprise; null where there is none.</param>
/// <param name="Name">Its name.</param>
/// <param name="UnitId">The unit it belongs to; null for an enterprise.</param>
/// <param name="Fields">The Chinese names of the fields the batch changed; empty for a new record.</param>
public sealed record BatchRecord(Guid Id, string Kind, string? Number, string Name, Guid? UnitId, IReadOnlyList<string> Fields)
{
    /// <summary>The address of its page.</summary>
    public string Href => Kind == ImportedChange.OfProject ? $"/projects/{Id}" : $"/enterprises/{Id}";
}

/// <summary>The records a batch made, and those it changed, as far as the asker may see them and they are not in the trash: page by page from a key: projects by number, which is the order of the ledger, enterprises by name, changed ones as they were written.</summary>
public sealed class ListBatchRecords(BridgeheadDb db, ListProjects projects, ListEnterprises enterprises)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 50;

    private static readonly Dictionary<string, string> OfProject = ProjectFieldsToMerge.All([]).ToDictionary(f => f.Key, f => f.Name);
    private static readonly Dictionary<string, string> OfEnterprise = EnterpriseFieldsToMerge.All.ToDictionary(f => f.Key, f => f.Name);

    /// <summary>One page, and where the next begins. Figures and targets are no records of their own and are not listed.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="changed">Those it changed instead of those it made.</param>
    /// <param name="after">The key the page begins after.</param>
    /// <param name="size">How many.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<(IReadOnlyList<BatchRecord> Rows, string? Next)> Page(ImportBatch batch, bool changed, string? after, int size = PageSize, CancellationToken cancel = default)
    {
        var found = (batch.Kind, changed) switch
        {
            (ImportKind.Projects, false) => await NewProjects(batch.Id, after, size + 1, cancel),
            (ImportKind.Enterprises, false) => await NewEnterprises(batch.Id, after, size + 1, cancel),
            (ImportKind.Projects, true) => await ChangedProjects(batch.Id, Listed.Identity(after), size + 1, cancel),
            (ImportKind.Enterprises, true) => await ChangedEnterprises(batch.Id, Listed.Identity(after), size + 1, cancel),
            _ => [],
        };
        return found.Count > size ? ([.. found[..size].Select(f => f.Record)], found[size - 1].Key) : ([.. found.Select(f => f.Record)], null);
    }

    private async Task<List<(string Key, BatchRecord Record)>> NewProjects(Guid batch, string? after, int most, CancellationToken cancel)
    {
        // numbers are given in the order of the ledger
        var made = (await projects.Visible(cancel)).Where(p => p.BatchId == batch);
        if (!string.IsNullOrEmpty(after)) made = made.Where(p => p.Number.CompareTo(after) > 0);
        return (await made.OrderBy(p => p.Number).Take(most).Select(p => new { p.Id, p.Number, p.Name, p.UnitId }).ToListAsync(cancel)).ConvertAll(p => (p.Number, new BatchRecord(p.Id, ImportedChange.OfProject, p.Number, p.Name, p.UnitId, [])));
    }

    private async Task<List<(string Key, BatchRecord Record)>> NewEnterprises(Guid batch, string? after, int most, CancellationToken cancel)
    {
        var made = enterprises.Visible().AsNoTracking().Where(e => e.BatchId == batch);
        if (after?.LastIndexOf('~') is > 0 and var cut && Guid.TryParse(after[(cut + 1)..], out var id))
        {
            var name = after[..cut];
            made = made.Where(e => e.Name.CompareTo(name) > 0 || (e.Name == name && e.Id.CompareTo(id) > 0));
        }
        return (await made.OrderBy(e => e.Name).ThenBy(e => e.Id).Take(most).Select(e => new { e.Id, e.CreditCode, e.Name }).ToListAsync(cancel))
            .ConvertAll(e => ($"{e.Name}~{e.Id}", new BatchRecord(e.Id, ImportedChange.OfEnterprise, e.CreditCode?.Value, e.Name, null, [])));
    }

    private async Task<List<(string Key, BatchRecord Record)>> ChangedProjects(Guid batch, Guid? after, int most, CancellationToken cancel)
    {
        var visible = await projects.Visible(cancel);
        return (await Changes(batch, ImportedChange.OfProject, after).Join(visible, c => c.RecordId, p => p.Id, (c, p) => new { c.Id, c.Fields, Record = p.Id, p.Number, p.Name, p.UnitId }).OrderBy(c => c.Id).Take(most).ToListAsync(cancel))
            .ConvertAll(c => (c.Id.ToString(), new BatchRecord(c.Record, ImportedChange.OfProject, c.Number, c.Name, c.UnitId, Names(c.Fields, OfProject))));
    }

    private async Task<List<(string Key, BatchRecord Record)>> ChangedEnterprises(Guid batch, Guid? after, int most, CancellationToken cancel) =>
        (await Changes(batch, ImportedChange.OfEnterprise, after).Join(enterprises.Visible(), c => c.RecordId, e => e.Id, (c, e) => new { c.Id, c.Fields, Record = e.Id, e.CreditCode, e.Name }).OrderBy(c => c.Id).Take(most).ToListAsync(cancel))
            .ConvertAll(c => (c.Id.ToString(), new BatchRecord(c.Record, ImportedChange.OfEnterprise, c.CreditCode?.Value, c.Name, null, Names(c.Fields, OfEnterprise))));

    private IQueryable<ImportedChange> Changes(Guid batch, string kind, Guid? after)
    {
        var changes = db.Set<ImportedChange>().AsNoTracking().Where(c => c.BatchId == batch && c.Kind == kind);
        return after is { } last ? changes.Where(c => c.Id.CompareTo(last) > 0) : changes;
    }

    private static List<string> Names(string fields, Dictionary<string, string> names) =>
        [.. JsonSerializer.Deserialize<List<FieldValue>>(fields)!.Select(value => names.GetValueOrDefault(value.Key, "")).Where(name => name.Length > 0)];
}
