namespace Bridgehead;

/// <summary>Work that is looked for again and again as long as the program runs: a look that fails is logged, and the next one comes at its time.</summary>
/// <param name="every">How long between two looks.</param>
/// <param name="log">Where a failed look is told.</param>
internal abstract partial class Beat(TimeSpan every, ILogger log) : BackgroundService
{
    /// <summary>One look: everything that is due is done.</summary>
    protected abstract Task Look(CancellationToken stop);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(every);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken)) await Once(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // the program ends
        }
    }

    private async Task Once(CancellationToken stop)
    {
        try
        {
            await Look(stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure, every);
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking for work failed; it is tried again in {Every}.")]
    private static partial void Failed(ILogger logger, Exception failure, TimeSpan every);
}
