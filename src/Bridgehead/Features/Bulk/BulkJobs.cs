using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Bulk;

/// <summary>How many rows of a job stand where.</summary>
public sealed record BulkTally(int Untried, int Waiting, int Same, int Refused, int Changed, int TakenBack, int NotTakenBack)
{
    /// <summary>How many have been dealt with since it was confirmed.</summary>
    public int Done => Changed + TakenBack + NotTakenBack;
}

/// <summary>The bulk changes of the asker: each sees and steers the own ones alone. State moves by one conditional statement, so that of two at the same moment one is told no.</summary>
public sealed class BulkJobs(BridgeheadDb db, Asker asker, UnitOfWork work, TimeProvider clock)
{
    /// <summary>The own jobs, the latest first.</summary>
    public async Task<(IReadOnlyList<BulkJob> Jobs, string? Next)> Page(string? after, int size, CancellationToken cancel = default)
    {
        var jobs = Own().AsNoTracking();
        if (Listed.Identity(after) is { } last) jobs = jobs.Where(j => j.Id.CompareTo(last) < 0);
        var read = await jobs.OrderByDescending(j => j.Id).Take(size + 1).ToListAsync(cancel);
        return read.Count > size ? (read[..size], read[size - 1].Id.ToString()) : (read, null);
    }

    /// <summary>One of the own jobs; null when it is not there.</summary>
    public Task<BulkJob?> Find(Guid id, CancellationToken cancel = default) => Own().AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, cancel);

    /// <summary>How many rows stand where.</summary>
    public async Task<BulkTally> Tally(Guid job, CancellationToken cancel = default)
    {
        var of = await db.Set<BulkRow>().Where(r => r.JobId == job).GroupBy(r => r.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new(of.GetValueOrDefault(BulkOutcome.Untried), of.GetValueOrDefault(BulkOutcome.Waiting), of.GetValueOrDefault(BulkOutcome.Same), of.GetValueOrDefault(BulkOutcome.Refused), of.GetValueOrDefault(BulkOutcome.Changed),
            of.GetValueOrDefault(BulkOutcome.TakenBack), of.GetValueOrDefault(BulkOutcome.NotTakenBack));
    }

    /// <summary>Rows of a job in order; of one outcome when it is given.</summary>
    public async Task<(IReadOnlyList<BulkRow> Rows, string? Next)> Rows(Guid job, BulkOutcome? outcome, string? after, int size, CancellationToken cancel = default)
    {
        var from = Listed.Number(after);
        var rows = db.Set<BulkRow>().AsNoTracking().Where(r => r.JobId == job && r.Position > from);
        if (outcome is { } one) rows = rows.Where(r => r.Outcome == one);
        var read = await rows.OrderBy(r => r.Position).Take(size + 1).ToListAsync(cancel);
        return read.Count > size ? (read[..size], read[size - 1].Position.ToString(CultureInfo.InvariantCulture)) : (read, null);
    }

    /// <summary>Confirms a previewed job: it is carried out in the background.</summary>
    public Task Start(BulkJob job, CancellationToken cancel = default) => Move(job, [BulkState.Ready], BulkState.Running, $"这个批量任务已经开始或已经结束", cancel);

    /// <summary>Stops a job after the part at work; what is done stays and can be undone.</summary>
    public Task Stop(BulkJob job, CancellationToken cancel = default) => Move(job, [BulkState.Preparing, BulkState.Ready, BulkState.Running], BulkState.Cancelled, $"这个批量任务已经结束，无法停止", cancel);

    /// <summary>Takes back what a job changed, in the background, where nobody changed it since.</summary>
    public Task Undo(BulkJob job, CancellationToken cancel = default) => Move(job, [BulkState.Done, BulkState.Cancelled], BulkState.Undoing, $"这个批量任务还没有办完，或者已经撤销过", cancel);

    /// <summary>The values of a refusal's sentence, one a line, as a row keeps them.</summary>
    internal static string? Values(Refusal refusal) => refusal.Sentence.ArgumentCount == 0 ? null
        : string.Join('\n', refusal.Sentence.GetArguments().Select(a => (a is Enum state ? LabelAttribute.Of(state) : a is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").ReplaceLineEndings(" ")));

    private async Task Move(BulkJob job, BulkState[] from, BulkState to, FormattableString no, CancellationToken cancel)
    {
        work.Subject = job.Id;
        await db.BeginWrite(cancel);
        var finished = to == BulkState.Cancelled ? clock.GetUtcNow().UtcDateTime : (DateTime?)null;
        var moved = await Own().Where(j => j.Id == job.Id && from.Contains(j.State)).ExecuteUpdateAsync(set => set.SetProperty(j => j.State, to).SetProperty(j => j.FinishedAt, finished).SetProperty(j => j.LeaseUntil, (DateTime?)null), cancel);
        if (moved == 0) throw new Refusal(no);
        db.Note(new FieldChange(nameof(BulkJob), job.Id, nameof(BulkJob.State), job.State.ToString(), to.ToString()));
    }

    private IQueryable<BulkJob> Own()
    {
        var user = asker.UserId;
        return db.Set<BulkJob>().Where(j => j.UserId == user);
    }
}
