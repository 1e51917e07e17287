namespace Bridgehead.Features.Bulk;

/// <summary>Looks every second whether a bulk change waits, and works on it part by part; a failure is logged and tried again, other work goes on.</summary>
internal sealed partial class WorkOnBulk(CarryOutBulk carry, ILogger<WorkOnBulk> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await Next(beat, stoppingToken))
        {
            try
            {
                while (!stoppingToken.IsCancellationRequested && await carry.Step(stoppingToken))
                {
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure);
            }
        }
    }

    private static async Task<bool> Next(PeriodicTimer beat, CancellationToken stop)
    {
        try
        {
            return await beat.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "A part of a bulk change failed; it is tried again.")]
    private static partial void Failed(ILogger logger, Exception failure);
}
