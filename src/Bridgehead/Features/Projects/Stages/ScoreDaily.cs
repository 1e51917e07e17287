namespace Bridgehead.Features.Projects.Stages;

/// <summary>Has the health of all projects scored once a day, a minute after the program starts and then each half hour until the day is done.</summary>
internal sealed class ScoreDaily(IServiceScopeFactory scopes, ILogger<ScoreDaily> log, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(30), clock);
        await Task.Delay(TimeSpan.FromMinutes(1), clock, stoppingToken);
        do
        {
            await Once(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // a day missed is made up half an hour later; the program goes on meanwhile
    private async Task Once(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
            if (await scope.ServiceProvider.GetRequiredService<ScoreHealth>().Daily(cancel) is not null)
                await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Commit("projects.score", cancel: cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The health of the projects could not be scored; it is tried again in half an hour");
        }
    }
}
