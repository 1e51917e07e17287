using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Bridgehead.Features.Demo;
using Microsoft.AspNetCore.Connections;

namespace Bridgehead.Commands;

/// <summary>Serves the site: brings the database up to date, fills the demo city where it is wanted and nothing stands, then answers until it is stopped.</summary>
internal static partial class Serve
{
    /// <summary>What the verb is called.</summary>
    public const string Name = "serve";

    public static Command Verb()
    {
        var verb = new Command(Name, "启动网站；其他选项见运行手册 / serve the site; its other options are in docs/operations.md") { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction((parsed, _) =>
        {
            var (settings, wrong) = SiteSettings.Read(parsed.UnmatchedTokens);
            if (parsed.GetValue(Session.Json)) wrong = Session.Json.Name;
            return wrong is null ? Run([.. settings, .. parsed.GetValue(Session.Data) is { } folder ? new[] { Session.Data.Name, folder } : []]) : CommandLine.Wrong($"serve {wrong}");
        });
        return verb;
    }

    /// <summary>Serves it. 0 stopped, 1 when it could not listen.</summary>
    public static async Task<int> Run(string[] args)
    {
        var app = Site.Build(args);
        await StorageSetup.BringUpToDate(app.Services);
        await Fill(app);
        try
        {
            await app.StartAsync();
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            // what was begun beside it ends with the process
            await Console.Error.WriteLineAsync(Unheard(app.Configuration["urls"], failure));
            return 1;
        }
        await Console.Out.WriteLineAsync(await Welcome.Text(app.Services, app.Urls));
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>In demo mode there is always a city to look at: one that was broken off, or a folder only looked at before, is filled now.</summary>
    private static async Task Fill(WebApplication app)
    {
        if (!app.Services.GetRequiredService<Installation>().Demo || app.Configuration["fill"] == "off") return;
        await using var scope = app.Services.CreateAsyncScope();
        var fill = scope.ServiceProvider.GetRequiredService<FillDemoCity>();
        if (!await fill.IsWanted()) return;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await Console.Error.WriteLineAsync("正在填入演示城市 … / filling the demo city …");
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        await fill.Run(DemoSize.Usual);
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Commit("demo.fill");
    }

    private static string Unheard(string? addresses, Exception failure)
    {
        var ports = Port().Matches(addresses ?? "http://localhost:5000").Select(m => m.Groups[1].Value).Distinct().ToList();
        var (where, next) = (string.Join('、', ports), int.Parse(ports.FirstOrDefault() ?? "5080", CultureInfo.InvariantCulture) is > 1024 and < 65535 and var port ? port + 1 : 5080);
        return failure.InnerException is AddressInUseException
            ? $"端口 {where} 已被其他程序占用，网站没有启动：请停止那个程序，或换一个端口，如 PORT={next} ./run 或 --urls http://127.0.0.1:{next}\n"
                + $"Port {where} is taken by another program and the site was not started: stop that program, or choose another port, as PORT={next} ./run or --urls http://127.0.0.1:{next}"
            : $"不能在 {addresses} 上提供服务：这个地址不是本机的，或者没有权限使用这个端口（1024以下的要管理员）；请换一个，如 --urls http://127.0.0.1:{next}\n"
                + $"Cannot listen on {addresses}: the address is not this machine's, or the port may not be used (those below 1024 are the administrator's); choose another, as --urls http://127.0.0.1:{next}";
    }

    [GeneratedRegex(@":(\d+)")]
    private static partial Regex Port();
}
