using System.CommandLine;

namespace Bridgehead.Commands;

/// <summary>The command line: the same use cases as pages and API. 0 done, 1 refused, 2 wrong usage.</summary>
public static class CommandLine
{
    /// <summary>Runs the verb; no verb serves the site. The options of every verb may stand before it as well.</summary>
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("桥头堡 Bridgehead")
        {
            Serve.Verb(), FiguresVerb.Verb(), AssessVerb.Verb(), ImportVerb.Verb(), UndoVerb.Verb(), ReportVerb.Verb(), VerifyVerb.Verb(), BackupVerb.Verb(), RestoreVerb.Verb(),
            UserVerb.Verb(), UnitVerb.Verb(), DuplicatesVerb.Verb(), StagesVerb.Verb(), DemoVerb.Verb(), VoucherVerb.Verb(),
            Session.Data, Session.Json, Session.Language,
        };
        root.Subcommands.Add(CloseVerb.Verb());
        root.Subcommands.Add(RatesVerb.Verb());
        Session.Language.AcceptOnlyFromAmong("zh", "en");
        var parsed = root.Parse(HasVerb(args) ? args : ["serve", .. args]);
        if (parsed.Errors.Count > 0) return await Wrong([.. parsed.Errors.Select(e => e.Message)]);
        // the site ends as a site does, and whoever started it within itself is told of its failures
        return await parsed.InvokeAsync(parsed.CommandResult.Command.Name == Serve.Name
            ? new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null } : new InvocationConfiguration());
    }

    /// <summary>Says what is wrong with what was typed, and answers with its exit code.</summary>
    public static async Task<int> Wrong(params IReadOnlyList<string> messages)
    {
        foreach (var message in messages) await Console.Error.WriteLineAsync($"用法有误，见 --help / wrong usage, see --help: {message}");
        return 2;
    }

    /// <summary>Whether something stands where a verb belongs: after options, each with the value that stands behind it.</summary>
    private static bool HasVerb(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || args[i] is "--help" or "--version") return true;
            if (args[i] != Session.Json.Name && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length && !args[i + 1].StartsWith('-')) i++;
        }
        return false;
    }
}
