using System.CommandLine;

namespace Bridgehead.Commands;

/// <summary>Serves the site: brings the database up to date, then answers until it is stopped.</summary>
internal static class Serve
{
    public static Command Verb()
    {
        var verb = new Command("serve", "启动网站 / serve the site") { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction((parsed, _) => Run([.. parsed.UnmatchedTokens, .. parsed.GetValue(Session.Data) is { } folder ? new[] { "--data", folder } : []]));
        return verb;
    }

    public static async Task<int> Run(string[] args)
    {
        var app = Site.Build(args);
        await StorageSetup.BringUpToDate(app.Services);
        await app.StartAsync();
        await Console.Out.WriteLineAsync(await Welcome.Text(app.Services, app.Urls));
        await app.WaitForShutdownAsync();
        return 0;
    }
}
