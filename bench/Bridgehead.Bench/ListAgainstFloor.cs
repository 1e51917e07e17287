using System.Globalization;
using System.Text;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bridgehead.Bench;

/// <summary>
/// The list of projects as the site serves it, against a hand-written endpoint that runs the same statements on the same database and writes
/// the same page by hand, without framework, rights or template. Both in one process, asked in turn.
/// </summary>
internal static class ListAgainstFloor
{
    public static async Task Run(Cities cities, Results results)
    {
        var data = await cities.Of(100_000);
        await using var site = await RunningSite.Of(data);
        foreach (var address in new[] { "/projects", "/projects?sort=amount&stage=signed" })
        {
            await site.Client.GetStringAsync(new Uri(address, UriKind.Relative));
            var page = "";
            var statements = await StatementsOf.Work(async () => page = await site.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
            await using var floor = await Floor(data, page, statements);
            using var client = new HttpClient { BaseAddress = new Uri(floor.Urls.First()) };
            if (Rows(await client.GetStringAsync(new Uri("/", UriKind.Relative))) != Rows(page)) throw new InvalidOperationException("the floor writes other rows than the page");
            using var time = new ServerTime();
            var timings = await time.InTurn(100, 500, (site.Client, address), (client, "/"));
            results.Ratio($"{address} at 100,000 projects, page against hand-written floor ({statements.Count} statements)", timings[0], timings[1], 2);
            await floor.StopAsync();
        }
    }

    private static async Task<WebApplication> Floor(string data, string page, IReadOnlyList<Statement> statements)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var (head, tail) = Around(page);
        var units = Units(data);
        app.MapGet("/", async (HttpContext http) =>
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "bridgehead.db")}");
            await connection.OpenAsync();
            var html = new StringBuilder(head, 65536);
            foreach (var statement in statements) Execute(connection, statement, html, units);
            html.Append(tail);
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(html.ToString());
        });
        await app.StartAsync();
        return app;
    }

    private static void Execute(SqliteConnection connection, Statement statement, StringBuilder html, Dictionary<string, string> units)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var (name, value) in statement.Values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        using var row = command.ExecuteReader();
        if (!statement.Text.Contains("\"LastProgressOn\"", StringComparison.Ordinal))
        {
            while (row.Read())
                for (var i = 0; i < row.FieldCount; i++) row.GetValue(i);
            return;
        }
        var at = new[] { "Id", "Number", "Name", "UnitId", "ParkId", "Investor", "Origin", "OriginPlace", "AmountFen", "SignedOn", "StageOrder", "LastProgressOn" }.Select(row.GetOrdinal).ToArray();
        for (var written = 0; row.Read(); written++)
            if (written < ListProjects.PageSize) Write(html, row, at, units);
    }

    private static void Write(StringBuilder html, SqliteDataReader row, int[] at, Dictionary<string, string> units)
    {
        string? Text(int i) => row.IsDBNull(at[i]) ? null : row.GetString(at[i]);
        var amount = row.GetInt64(at[8]);
        var origin = Text(6) switch { "Abroad" => "国（境）外", "OtherProvince" => "国内省外", "OtherCity" => "市外省内", "CountyToCounty" => "市内县际", _ => "—" };
        html.Append(CultureInfo.InvariantCulture, $"""
                        <tr>
                            <td><a href="/projects/{Text(0)!.ToLowerInvariant()}">{Text(2)}</a><span class="source">{Text(1)}</span></td>
                            <td data-label="阶段"><span class="chip">{Stage.Of(row.GetInt32(at[10])).Name}</span></td>
                            <td class="num" data-label="协议投资额（万元）">{(amount == 0 ? "—" : (amount / 1_000_000m).ToString("#,0.##", CultureInfo.InvariantCulture))}</td>
                            <td data-label="投资方">{Text(5)}</td>
                            <td data-label="资金来源">{origin}{(Text(7) is { } place ? " · " + place : "")}</td>
                            <td data-label="落地单位">{units.GetValueOrDefault(Text(4) ?? Text(3)!)}</td>
                            <td data-label="签约日期">{Text(9) ?? "—"}</td>
                            <td data-label="最近进展">{Text(11)}</td>
                        </tr>

            """);
    }

    /// <summary>What stands before and after the rows.</summary>
    private static (string Head, string Tail) Around(string page)
    {
        var (first, last) = (page.IndexOf("<tbody>\n", StringComparison.Ordinal) + "<tbody>\n".Length, page.IndexOf("        </tbody>", StringComparison.Ordinal));
        return (page[..first], page[last..]);
    }

    private static string Rows(string page)
    {
        var (head, tail) = Around(page);
        return page[head.Length..^tail.Length];
    }

    /// <summary>The short names of the units, by identity.</summary>
    private static Dictionary<string, string> Units(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "bridgehead.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Id", coalesce(nullif("ShortName", ''), "Name") FROM "Units" """;
        using var row = command.ExecuteReader();
        var units = new Dictionary<string, string>();
        while (row.Read()) units.Add(row.GetString(0), row.GetString(1));
        return units;
    }
}
