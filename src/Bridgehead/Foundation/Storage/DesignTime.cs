using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Bridgehead;

/// <summary>Lets the migration tool see the SQLite model; never connects.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteBridgeheadDb>
{
    public SqliteBridgeheadDb CreateDbContext(string[] args) =>
        new((DbContextOptions<SqliteBridgeheadDb>)new DbContextOptionsBuilder<SqliteBridgeheadDb>().OnSqlite("design.db").AsAtRunTime().Options);
}

/// <summary>Lets the migration tool see the PostgreSQL model; never connects.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresBridgeheadDb>
{
    public PostgresBridgeheadDb CreateDbContext(string[] args) =>
        new((DbContextOptions<PostgresBridgeheadDb>)new DbContextOptionsBuilder<PostgresBridgeheadDb>().OnPostgres("Host=127.0.0.1").AsAtRunTime().Options);
}

/// <summary>Identity reads from the application's options which tables it has; the tool must see the same.</summary>
internal static class DesignTime
{
    public static DbContextOptionsBuilder AsAtRunTime(this DbContextOptionsBuilder options) => options.UseApplicationServiceProvider(
        new ServiceCollection().Configure<Microsoft.AspNetCore.Identity.IdentityOptions>(AccessModule.Rules).BuildServiceProvider());
}
