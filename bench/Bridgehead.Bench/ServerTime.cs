using System.Diagnostics.Metrics;

namespace Bridgehead.Bench;

/// <summary>How long servers in this process take for a request, by the framework's own instrument: from the first byte read to the last written.</summary>
internal sealed class ServerTime : IDisposable
{
    private readonly MeterListener listener = new();
    private TaskCompletionSource<double> next = new();

    public ServerTime()
    {
        listener.InstrumentPublished = (instrument, with) =>
        {
            if (instrument.Name == "http.server.request.duration") with.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => next.TrySetResult(seconds * 1000));
        listener.Start();
    }

    /// <summary>Asks in turn, so often each, after a warm-up; one timing for each question.</summary>
    public async Task<Timing[]> InTurn(int warmup, int times, params (HttpClient Client, string Address)[] questions)
    {
        var timings = questions.Select(_ => new Timing()).ToArray();
        for (var round = -warmup; round < times; round++)
            for (var i = 0; i < questions.Length; i++)
            {
                var took = await One(questions[i].Client, questions[i].Address);
                if (round >= 0) timings[i].Add(took);
            }
        return timings;
    }

    private async Task<double> One(HttpClient client, string address)
    {
        next = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return await next.Task;
    }

    public void Dispose() => listener.Dispose();
}
