using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace Bridgehead.Tests.Terminal;

/// <summary>Starting the site as ./run starts it, from whatever state the data folder was left in.</summary>
[Trait("needs", "process")]
public sealed class StartingTheSite : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bridgehead-start-");

    [Fact]
    public async Task Fills_the_demo_city_where_only_an_empty_database_stands_and_never_again()
    {
        // a verb that was run first leaves a database without a unit
        Assert.Equal(0, (await Started.ToTheEnd("verify", "--data", folder.FullName)).Code);
        Assert.Equal(0, Count("Units"));
        await using (var first = Serve(Started.FreePort()))
        {
            await first.Answers();
            Assert.Contains("周敏（经办）", first.Said, StringComparison.Ordinal);
        }
        var (units, entries) = (Count("Units"), Count("AuditEntries"));
        Assert.True(units > 20, $"{units} units");
        await using (var second = Serve(Started.FreePort()))
        {
            await second.Answers();
            Assert.Contains("周敏（经办）", second.Said, StringComparison.Ordinal);
        }
        Assert.Equal((units, entries), (Count("Units"), Count("AuditEntries")));
        var (code, said) = await Started.ToTheEnd("demo", "--if-empty", "--data", folder.FullName);
        Assert.Equal((0, "数据目录中已有单位，没有再填入演示城市"), (code, said));
        Assert.Equal((units, entries), (Count("Units"), Count("AuditEntries")));
    }

    [Fact]
    public async Task Says_in_both_languages_that_the_port_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var site = new Started(["serve", "--data", folder.FullName, "--urls", $"http://127.0.0.1:{port}"]);
        Assert.Equal(1, await site.End());
        var lines = site.Said.Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"端口 {port} 已被其他程序占用，网站没有启动：请停止那个程序，或换一个端口", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"Port {port} is taken by another program and the site was not started: stop that program, or choose another port", lines[1], StringComparison.Ordinal);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private Started Serve(int port) => new(["serve", "--data", folder.FullName, "--demo", "true", "--urls", $"http://127.0.0.1:{port}"]);

    private long Count(string table)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "bridgehead.db"), Pooling = false }.ToString());
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM \"{table}\"";
        return (long)command.ExecuteScalar()!;
    }
}
