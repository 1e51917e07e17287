using System.CommandLine;

namespace Bridgehead.Commands;

/// <summary>The command line: the same use cases as pages and API. 0 done, 1 refused, 2 wrong usage.</summary>
public static class CommandLine
{
    /// <summary>Runs the verb; no verb serves the site.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"))
            return await Serve.Run(args);
        var root = new RootCommand("桥头堡 Bridgehead")
        {
            Serve.Verb(), FiguresVerb.Verb(), AssessVerb.Verb(), ImportVerb.Verb(), UndoVerb.Verb(), ReportVerb.Verb(), VerifyVerb.Verb(), BackupVerb.Verb(), RestoreVerb.Verb(),
            UserVerb.Verb(), UnitVerb.Verb(), DuplicatesVerb.Verb(), StagesVerb.Verb(), DemoVerb.Verb(), VoucherVerb.Verb(),
            Session.Data, Session.Json, Session.Language,
        };
        root.Subcommands.Add(CloseVerb.Verb());
        root.Subcommands.Add(RatesVerb.Verb());
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        return 2;
    }
}
