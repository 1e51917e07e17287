using Npgsql;

namespace Bridgehead.Tests.Support;

/// <summary>A database of its own for one application under test: a file, or a database of the PostgreSQL server the suite was given.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? server = Environment.GetEnvironmentVariable("BRIDGEHEAD_TEST_DATABASE") == "postgres"
        ? Environment.GetEnvironmentVariable("BRIDGEHEAD_TEST_POSTGRES")
            ?? throw new InvalidOperationException("BRIDGEHEAD_TEST_POSTGRES must name the server to test on.")
        : null;

    private readonly string name = "t" + Guid.NewGuid().ToString("N");

    /// <summary>The data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("bridgehead-test-").FullName;

    /// <summary>The connection string of its PostgreSQL database; null on SQLite.</summary>
    public string? Postgres => server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString();

    private static readonly Dictionary<string, TestDatabase> Kept = [];
    private static readonly SemaphoreSlim One = new(1);

    /// <summary>Creates the database with the content that every application of its kind begins with: set up once in a run, copied from then on.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="setUp">Sets up an empty one.</param>
    public async Task CopyOf(string kind, Func<TestDatabase, Task> setUp)
    {
        TestDatabase? first;
        await One.WaitAsync();
        try
        {
            if (!Kept.TryGetValue(kind, out first))
            {
                first = new TestDatabase();
                await first.Create();
                await setUp(first);
                first.Release();
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(first.Folder, recursive: true);
                Kept[kind] = first;
            }
        }
        finally
        {
            One.Release();
        }
        foreach (var file in Directory.EnumerateFiles(first.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(first.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        await Create(first.name);
    }

    /// <summary>Creates the database where the server needs to be told; empty, or as a copy.</summary>
    /// <param name="template">The database it is a copy of.</param>
    public async Task Create(string? template = null)
    {
        if (server is null) return;
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}"), connection);
        await command.ExecuteNonQueryAsync();
    }

    // nobody holds it any longer, and what was written is in the file
    private void Release()
    {
        if (Postgres is { } postgres)
        {
            using var connection = new NpgsqlConnection(postgres);
            NpgsqlConnection.ClearPool(connection);
            return;
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.DoesNotContain(Directory.GetFiles(Folder, "*-wal"), f => new FileInfo(f).Length > 0);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", connection);
            await command.ExecuteNonQueryAsync();
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        Directory.Delete(Folder, recursive: true);
    }
}
