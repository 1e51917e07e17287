using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Projects.Stages;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Bridgehead.Bench;

/// <summary>The list of projects written by hand: the statements the page was heard to send, and its rows put together as text.</summary>
internal sealed class Floor(string data)
{
    private readonly Dictionary<string, string> units = Units(data);
    private IReadOnlyList<Statement> all = [], own = [];
    private string head = "", tail = "", way = "";

    /// <summary>Does from now on what this page did.</summary>
    public void Follow(IReadOnlyList<Statement> statements, string page)
    {
        (all, (head, tail)) = (statements, Around(page));
        way = Regex.Match(page, """<a href="/projects/[0-9a-f-]{36}([^"]*)">""").Groups[1].Value;
        // who is asking is found out by the doors; the rest is the page's own
        own = [.. statements.Where(s => !s.Text.Contains("\"UserSessions\"", StringComparison.Ordinal) && !s.Text.Contains("\"Users\"", StringComparison.Ordinal))];
    }

    /// <summary>Writes the page, behind doors that have asked for session and person already.</summary>
    public Task WriteOwn(HttpContext http) => Write(http, own);

    /// <summary>Writes the page with every statement.</summary>
    public Task WriteAll(HttpContext http) => Write(http, all);

    private async Task Write(HttpContext http, IReadOnlyList<Statement> statements)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "bridgehead.db")}");
        await connection.OpenAsync();
        var html = new StringBuilder(head, 65536);
        foreach (var statement in statements) Execute(connection, statement, html);
        html.Append(tail);
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html.ToString());
    }

    private void Execute(SqliteConnection connection, Statement statement, StringBuilder html)
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
        var at = new[] { "Id", "Number", "Name", "UnitId", "ParkId", "Investor", "Origin", "OriginPlace", "AmountFen", "SignedOn", "StageOrder", "Health", "LastProgressOn", "Version" }.Select(row.GetOrdinal).ToArray();
        for (var written = 0; row.Read(); written++)
            if (written < ListProjects.PageSize) Write(html, row, at);
    }

    private void Write(StringBuilder html, SqliteDataReader row, int[] at)
    {
        string? Text(int i) => row.IsDBNull(at[i]) ? null : row.GetString(at[i]);
        var amount = row.GetInt64(at[8]);
        static string Cell(string label, string? text) => $"""<td data-label="{label}"{(text is { Length: > 12 } ? " class=\"long\"" : "")} data-edit="">{text ?? "—"}</td>""";
        var origin = Text(6) switch { "Abroad" => "国（境）外", "OtherProvince" => "国内省外", "OtherCity" => "市外省内", "CountyToCounty" => "市内县际", _ => null };
        var id = Text(0)!.ToLowerInvariant();
        var name = Text(2);
        var stage = Stage.Of(row.GetInt32(at[10]));
        var health = Enum.Parse<Health>(Text(11)!);
        html.Append(CultureInfo.InvariantCulture, $"""
                    <tr data-id="{id}" data-version="{row.GetInt64(at[13])}">
                        <td><span class="first-cell">
                                <input type="checkbox" name="id" value="{id}" aria-label="选中{name}">
                            <span><a href="/projects/{id}{way}">{name}</a><span class="source">{Text(1)}</span></span></span></td>
                                <td data-label="阶段"><span class="chip stage-{stage.Code}">{stage.Name}</span></td>
                                <td data-label="健康状况"><span class="chip {HealthTone.Of(health)}">{Called(health)}</span></td>
                                <td data-label="协议投资额（万元）" class="num" data-edit="">{(amount == 0 ? "—" : (amount / 1_000_000m).ToString("#,0.##", CultureInfo.InvariantCulture))}</td>
                                {Cell("投资方", Text(5))}
                                {Cell("资金来源", origin)}
                                {Cell("落地单位", units.GetValueOrDefault(Text(4) ?? Text(3)!))}
                                <td data-label="签约日期" data-edit="">{Text(9) ?? "—"}</td>
                                <td data-label="最近进展" data-edit="">{Text(12)}</td>
                    </tr>

            """);
    }

    private static string Called(Health health) => health switch
    {
        Health.Normal => "正常", Health.Yellow => "超期", Health.Red => "严重超期", Health.Silent => "静默", Health.Freezing => "渐冻", _ => "半休克",
    };

    /// <summary>What stands before and after the rows.</summary>
    private static (string Head, string Tail) Around(string page)
    {
        var (first, last) = (page.IndexOf("<tbody>\n", StringComparison.Ordinal) + "<tbody>\n".Length, page.LastIndexOf("</tr>\n", page.IndexOf("</tbody>", StringComparison.Ordinal), StringComparison.Ordinal) + "</tr>\n".Length);
        return (page[..first], page[last..]);
    }

    /// <summary>The rows of a page.</summary>
    public static string Rows(string page)
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
