using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridgehead.Commands;

/// <summary>What every verb shares: the data folder, JSON or text, the operator as the asker, one unit of work, and the exit code.</summary>
internal static class Session
{
    /// <summary>The folder of the embedded database and the attachments.</summary>
    public static Option<string?> Data { get; } = new("--data") { Description = "数据目录 / data folder", Recursive = true };

    /// <summary>One JSON document on standard output and nothing else.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "只输出一个 JSON 文档 / one JSON document", Recursive = true };

    /// <summary>zh or en.</summary>
    public static Option<string?> Language { get; } = new("--lang") { Description = "zh 或 en", Recursive = true };

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Runs a verb inside the installation. 0 done, 1 refused.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="action">The name of the action in the trail; null for a verb that only reads.</param>
    /// <param name="act">What to do; returns what to show.</param>
    public static async Task<int> Run(ParseResult parsed, string? action, Func<IServiceProvider, CancellationToken, Task<Answer>> act)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var settings = Settings(parsed);
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error))
            .AddSingleton<IConfiguration>(settings).AddBridgehead(Installation.From(settings)).BuildServiceProvider();
        try
        {
            await StorageSetup.BringUpToDate(services);
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
            scope.ServiceProvider.GetRequiredService<CurrentLanguage>().Value = parsed.GetValue(Language) == "en" ? "en" : "zh";
            return await Act(scope.ServiceProvider, parsed, action, act);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    /// <summary>Runs a verb that makes an installation: nothing is opened before it.</summary>
    public static async Task<int> Before(ParseResult parsed, Func<Installation, Words, CancellationToken, Task<Answer>> act)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var words = new Words(new CurrentLanguage { Value = parsed.GetValue(Language) == "en" ? "en" : "zh" });
        try
        {
            return Show(parsed, await act(Installation.From(Settings(parsed)), words, CancellationToken.None));
        }
        catch (Exception failure) when (failure is Refusal or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure is Refusal refusal ? words.Say(refusal.Sentence) : failure.Message);
            return 1;
        }
    }

    private static IConfiguration Settings(ParseResult parsed) => new ConfigurationBuilder().AddEnvironmentVariables("BRIDGEHEAD_")
        .AddInMemoryCollection(parsed.GetValue(Data) is { } folder ? [new("data", folder)] : []).Build();

    private static int Show(ParseResult parsed, Answer answer)
    {
        if (parsed.GetValue(Json)) Console.Out.WriteLine(JsonSerializer.Serialize(answer.Document, Format));
        else if (answer.Text.Length > 0) Console.Out.WriteLine(answer.Text);
        return answer.Code;
    }

    private static async Task<int> Act(
        IServiceProvider services, ParseResult parsed, string? action, Func<IServiceProvider, CancellationToken, Task<Answer>> act)
    {
        var work = services.GetRequiredService<UnitOfWork>();
        try
        {
            var answer = await act(services, CancellationToken.None);
            if (action is not null && answer.Changed && !work.Closed) await work.Commit(action);
            return Show(parsed, answer);
        }
        catch (Refusal refusal)
        {
            await work.Rollback();
            if (action is not null) await work.Abandon(action, AuditResult.Refused, refusal.Message);
            await Console.Error.WriteLineAsync(services.GetRequiredService<Words>().Say(refusal.Sentence));
            return 1;
        }
    }
}

/// <summary>What a verb shows: a document for programs, a text for people.</summary>
/// <param name="Document">The document.</param>
/// <param name="Text">The text.</param>
/// <param name="Code">The exit code.</param>
internal sealed record Answer(object Document, string Text, int Code = 0)
{
    /// <summary>Whether something was done that is to be committed and entered in the trail.</summary>
    public bool Changed { get; private init; } = true;

    /// <summary>There was nothing to do.</summary>
    public static Answer Unchanged(object document, string text) => new(document, text) { Changed = false };
}
