using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.PowerCut;

/// <summary>Opens what a power cut left and counts what was acknowledged before it and is not there any more.</summary>
internal static class Aftermath
{
    /// <summary>What is wrong; empty when nothing acknowledged is lost and the books are sound.</summary>
    public static async Task<List<string>> Of(string folder, IEnumerable<Acknowledged> acknowledged)
    {
        var wrong = new List<string>();
        var database = Path.Combine(folder, "bridgehead.db");
        try
        {
            await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
            await connection.OpenAsync();
            var said = await Column(connection, "PRAGMA integrity_check");
            if (said is not ["ok"]) wrong.Add("integrity: " + string.Join("; ", said));
            var projects = (await Column(connection, """SELECT "Name" FROM "Projects" """)).ToHashSet();
            var entries = (await Column(connection, """SELECT lower("SubjectId") FROM "AuditEntries" WHERE "SubjectId" IS NOT NULL""")).ToHashSet();
            var files = (await Column(connection, """SELECT "Digest" FROM "Attachments" """)).ToHashSet();
            foreach (var one in acknowledged)
                if (!projects.Contains(one.Name)) wrong.Add($"lost: {one.Name}");
                else if (!entries.Contains(one.Project.ToString())) wrong.Add($"lost: the entry of {one.Name}");
                else if (one.Digest is { } digest && (!files.Contains(digest) || !Holds(folder, digest))) wrong.Add($"lost: the file of {one.Name}");
        }
        catch (SqliteException failure)
        {
            wrong.Add("does not open: " + failure.Message);
            return wrong;
        }
        foreach (var result in await Verify(folder)) wrong.AddRange(result.Findings.Select(f => $"verify, {result.Name}: {FormattableString.Invariant(f)}"));
        return wrong;
    }

    private static bool Holds(string folder, string digest)
    {
        var path = Path.Combine(folder, "files", digest[..2], digest[2..]);
        return File.Exists(path) && Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) == digest;
    }

    private static async Task<IReadOnlyList<CheckResult>> Verify(string folder)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddBridgehead(new Installation(folder, null, true)).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        return await scope.ServiceProvider.GetRequiredService<RunChecks>().Run();
    }

    private static async Task<List<string>> Column(SqliteConnection connection, string question)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the questions stand above
        command.CommandText = question;
#pragma warning restore CA2100
        var values = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) values.Add(rows.GetString(0));
        return values;
    }
}
