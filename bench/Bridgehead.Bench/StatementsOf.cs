using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bridgehead.Bench;

/// <summary>A statement as it was sent to the database, with its values.</summary>
internal sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Values);

/// <summary>Listens to what the site sends to its database.</summary>
internal sealed class StatementsOf : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> listening = [];
    private readonly List<Statement> heard = [];

    /// <summary>The statements of one piece of work.</summary>
    public static async Task<IReadOnlyList<Statement>> Work(Func<Task> work)
    {
        using var ear = new StatementsOf();
        using (DiagnosticListener.AllListeners.Subscribe(ear)) await work();
        return ear.heard;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEventData { Command: { } command } || value.Key != RelationalEventId.CommandExecuting.Name) return;
        heard.Add(new Statement(command.CommandText, [.. command.Parameters.Cast<System.Data.Common.DbParameter>().Select(p => (p.ParameterName, p.Value))]));
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var one in listening) one.Dispose();
    }
}
