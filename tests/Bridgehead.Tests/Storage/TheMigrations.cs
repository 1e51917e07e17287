using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;


namespace Bridgehead.Tests.Storage;

public sealed class TheMigrations
{
    [Fact]
    public void Bring_SQLite_to_the_model() => Compare(new SqliteDesign().CreateDbContext([]));

    [Fact]
    public void Bring_PostgreSQL_to_the_model() => Compare(new PostgresDesign().CreateDbContext([]));

    private static void Compare(DbContext db)
    {
        using (db)
        {
            var snapshot = db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
            if (snapshot is IMutableModel mutable) snapshot = mutable.FinalizeModel();
            snapshot = db.GetService<IModelRuntimeInitializer>().Initialize(snapshot);
            var differences = db.GetService<IMigrationsModelDiffer>()
                .GetDifferences(snapshot.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel());
            Assert.NotEmpty(snapshot.GetEntityTypes());
            Assert.True(differences.Count == 0, string.Join('\n', differences.Select(d => d switch
            {
                Microsoft.EntityFrameworkCore.Migrations.Operations.TableOperation table => $"{d.GetType().Name} {table.Name}",
                Microsoft.EntityFrameworkCore.Migrations.Operations.ColumnOperation column => $"{d.GetType().Name} {column.Table}.{column.Name}",
                _ => d.GetType().Name,
            })));
        }
    }
}
