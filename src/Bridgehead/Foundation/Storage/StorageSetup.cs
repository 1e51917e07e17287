using Bridgehead.Features.Admission;
using Bridgehead.Features.Assessments;
using Bridgehead.Features.Enterprises;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Projects.Stages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>Puts the database of an installation into the container, and brings its tables up to date.</summary>
public static class StorageSetup
{
    /// <summary>Registers <see cref="BridgeheadDb"/> on the database this installation uses.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation);
        if (installation.Postgres is { } postgres)
        {
            services.AddDbContext<PostgresBridgeheadDb>(options => options.OnPostgres(postgres));
            services.AddScoped<BridgeheadDb>(provider => provider.GetRequiredService<PostgresBridgeheadDb>());
        }
        else
        {
            services.AddDbContext<SqliteBridgeheadDb>(options => options.OnSqlite(installation.DatabaseFile));
            services.AddScoped<BridgeheadDb>(provider => provider.GetRequiredService<SqliteBridgeheadDb>());
        }
        return services;
    }

    /// <summary>Works out the model of the database on another core, while the doors are set up; it stays for whoever asks first.</summary>
    internal static Task ThinkAhead(IServiceProvider services) => Task.Run(() =>
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<BridgeheadDb>().Model;
    });

    /// <summary>Creates the data folder and applies the migrations that are missing.</summary>
    public static async Task BringUpToDate(IServiceProvider services, CancellationToken cancel = default)
    {
        await using var scope = services.CreateAsyncScope();
        Directory.CreateDirectory(scope.ServiceProvider.GetRequiredService<Installation>().DataFolder);
        var db = scope.ServiceProvider.GetRequiredService<BridgeheadDb>();
        // to migrate compares the whole model with the last migration first, which a test does once for all
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any()) await db.Database.MigrateAsync(cancel);
        await DefaultIndicators.Install(db, cancel);
        await DefaultFields.Install(db, cancel);
        await DefaultStageSets.Install(db, cancel);
        await DefaultSheet.Install(db, cancel);
        await ExampleSchemes.Install(db, cancel);
        await DefaultKinds.Install(db, cancel);
        if (db.Database.CurrentTransaction is null) return;
        scope.ServiceProvider.GetRequiredService<Asker>().BecomesOperator();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Commit("install.indicators", cancel: cancel);
    }

    internal static DbContextOptionsBuilder OnSqlite(this DbContextOptionsBuilder options, string file) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString(), sqlite => sqlite
            .MigrationsAssembly(typeof(BridgeheadDb).Assembly.GetName().Name))
        .AddInterceptors(new DurableConnection());

    internal static DbContextOptionsBuilder OnPostgres(this DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, postgres => postgres.MigrationsAssembly(typeof(BridgeheadDb).Assembly.GetName().Name));
}
