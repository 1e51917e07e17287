using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Views;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Bulk;

/// <summary>Prepares a bulk change: which projects, at which version, and what would come of each; nothing is changed yet. The same for page and API.</summary>
public sealed class PrepareBulk(BridgeheadDb db, ListProjects list, BulkChange change, TryBulk trial, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Up to so many are tried while the person waits; more in the background.</summary>
    public const int AtOnce = 100;

    /// <summary>Prepares it.</summary>
    public async Task<BulkJob> Run(BulkInput input, CancellationToken cancel = default)
    {
        Refusal.When(asker.UserId is null, $"批量任务须由登录的人员办理");
        var (value, shown) = await change.Read(input.Act, input.Value, cancel);
        if (input.Act == BulkAct.Stage)
            Refusal.When(Stage.Called(value!)!.IsSide && string.IsNullOrWhiteSpace(input.Reason), $"退回或转入“{shown}”必须写明理由", "Reason");
        var job = new BulkJob(input.Act, value, shown, string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason.Trim(), asker.UserId!.Value, asker.Name, clock.GetUtcNow().UtcDateTime);
        var ids = await Chosen(input, cancel);
        Refusal.When(ids.Count == 0, $"没有选中项目", nameof(input.Ids));
        var rows = new List<BulkRow>();
        foreach (var part in ids.Chunk(500))
        {
            var projects = await (await list.Visible(cancel)).Where(p => part.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Version }).ToDictionaryAsync(p => p.Id, cancel);
            rows.AddRange(part.Where(projects.ContainsKey).Select((id, i) => new BulkRow(job.Id, rows.Count + i + 1, id, projects[id].Name, projects[id].Version)));
        }
        Refusal.When(rows.Count == 0, $"没有选中项目", nameof(input.Ids));
        job.State = rows.Count <= AtOnce ? BulkState.Ready : BulkState.Preparing;
        // before anything is written here: each trial is a unit of work of its own, taken back at once
        if (rows.Count <= AtOnce) foreach (var row in rows) await trial.Run(job, row, cancel);
        job.Total = rows.Count;
        work.Subject = job.Id;
        work.Reason = input.Reason;
        db.Add(job);
        await db.SaveChangesAsync(cancel);
        await BulkInsert.Into(db, rows, cancel);
        db.Note(new FieldChange(nameof(BulkJob), job.Id, input.Act.ToString(), null, value));
        return job;
    }

    private async Task<IReadOnlyList<Guid>> Chosen(BulkInput input, CancellationToken cancel)
    {
        Refusal.When(input.Ids.Count > BulkJob.Most, $"一次最多5000个项目，请缩小范围", nameof(input.Ids));
        if (input.Ids.Count > 0) return [.. input.Ids.Distinct()];
        if (input.Query is null) return [];
        var query = Neighbours.Read(input.Query);
        var order = ProjectOrder.Of(query.Sort);
        var ids = new List<Guid>();
        foreach (var part in order.Parts(await list.Filtered(query, cancel), null))
            ids.AddRange(await part.Select(p => p.Id).Take(BulkJob.Most + 1 - ids.Count).ToListAsync(cancel));
        Refusal.When(ids.Count > BulkJob.Most, $"一次最多5000个项目，请缩小范围", nameof(input.Query));
        return ids;
    }
}
