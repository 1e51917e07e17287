using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Imports;

/// <summary>
/// Works in the background, one ledger after the other. Whoever takes one over leaves a lease with it and says again and again to be alive; when that
/// stops, the work, of which nothing was written, is begun again by the next. After three beginnings it is given up.
/// </summary>
internal sealed class RunImports(IServiceScopeFactory scopes, RunningImports running, Installation installation, TimeProvider clock, ILogger<RunImports> log) : BackgroundService
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looking = new PeriodicTimer(Look, clock);
        while (await Next(looking, stoppingToken))
        {
            try
            {
                while (await Claim(stoppingToken) is var (id, owner)) await Work(id, owner, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // the database is not there yet, or for the moment; the next look finds the same work
                log.LogDebug(failure, "looking for imports");
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Takes over the oldest work that nobody does: by one conditional statement, which also lets whoever did it before fail at the version it knows.</summary>
    private async Task<(Guid Id, string Owner)?> Claim(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BridgeheadDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = db.Set<ImportCheck>().AsNoTracking().Where(c => c.State == CheckState.Judging || c.State == CheckState.Applying);
        // one process has the embedded database to itself and does one after the other: what is claimed and not being done died with another one
        if (installation.UsesPostgres) waiting = waiting.Where(c => c.Owner == null || c.LeaseUntil < now);
        if (await waiting.OrderBy(c => c.Id).Select(c => new { c.Id, c.Owner, c.Version }).FirstOrDefaultAsync(cancel) is not { } next) return null;
        var (owner, until) = ($"{running.Process}-{Guid.NewGuid():N}", now + Lease);
        var claimed = await db.Set<ImportCheck>().Where(c => c.Id == next.Id && c.Version == next.Version && c.Owner == next.Owner).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Owner, owner).SetProperty(c => c.LeaseUntil, until).SetProperty(c => c.StartedAt, now).SetProperty(c => c.Attempts, c => c.Attempts + 1).SetProperty(c => c.Version, c => c.Version + 1), cancel);
        return claimed == 1 ? (next.Id, owner) : null;
    }

    private async Task Work(Guid id, string owner, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var done = new CancellationTokenSource();
        var progress = new ImportProgress();
        running.Begin(id, progress, stop);
        var beating = KeepAlive(id, owner, progress, stop, done.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WorkOnCheck>().Run(id, owner, MostAttempts, progress, stop.Token, stopping);
        }
        finally
        {
            running.End(id);
            await done.CancelAsync();
            await beating;
        }
    }

    /// <summary>Says to be alive, tells how far it is, and hears when the person wants to stop. On the embedded database it is silent while the import writes: only one can write, and nobody else could take over.</summary>
    private async Task KeepAlive(Guid id, string owner, ImportProgress progress, CancellationTokenSource stop, CancellationToken done)
    {
        using var beats = new PeriodicTimer(Beat, clock);
        while (await Next(beats, done))
        {
            if (!installation.UsesPostgres && progress.Stage >= 1) continue;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<BridgeheadDb>();
                var (until, percent) = (clock.GetUtcNow().UtcDateTime + Lease, progress.Percent);
                var mine = db.Set<ImportCheck>().Where(c => c.Id == id && c.Owner == owner);
                var held = await mine.ExecuteUpdateAsync(set => set.SetProperty(c => c.LeaseUntil, until).SetProperty(c => c.Percent, percent), done);
                if (held == 0 || await mine.AnyAsync(c => c.CancelAsked, done)) await stop.CancelAsync();
            }
            catch (Exception failure) when (failure is DbException or OperationCanceledException)
            {
                log.LogDebug(failure, "keeping an import alive");
            }
        }
    }
}
