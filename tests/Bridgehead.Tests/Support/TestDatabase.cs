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

    /// <summary>Creates the database where the server needs to be told.</summary>
    public async Task Create()
    {
        if (server is null) return;
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
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
