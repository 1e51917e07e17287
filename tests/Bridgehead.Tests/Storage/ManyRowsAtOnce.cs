using Bridgehead.Features.Enterprises;
using Bridgehead.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridgehead.Tests.Storage;

public sealed class ManyRowsAtOnce(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Find_the_indexes_of_their_table_as_they_were() => await app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        if (db.IsPostgres) Assert.Skip("The indexes of PostgreSQL stay in place.");
        var before = await Indexes(db);
        List<string> meanwhile = [];
        await IndexesAside.During<Enterprise>(db, IndexesAside.Least, async () =>
        {
            meanwhile = await Indexes(db);
            await BulkInsert.Into(db, Enumerable.Range(0, 1_200).Select(n => new Enterprise($"甲{n}", new EnterpriseFacts { Address = $"甲路{n}号" })));
        });
        var unique = before.Where(sql => sql.StartsWith("CREATE UNIQUE", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(unique);
        Assert.Equal(unique, meanwhile);
        Assert.Equal(before, await Indexes(db));
        Assert.Equal(["ok"], await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync());
        Assert.Equal(1_200, await db.Set<Enterprise>().CountAsync(e => EF.Functions.Like(e.Name, "甲%") && e.Version == 1 && e.Address!.StartsWith("甲路")));
        await services.GetRequiredService<UnitOfWork>().Rollback();
    });

    [Fact]
    public async Task Leave_the_indexes_of_a_table_that_holds_more_in_place() => await app.Inside(async services =>
    {
        var db = services.GetRequiredService<BridgeheadDb>();
        if (db.IsPostgres) Assert.Skip("The indexes of PostgreSQL stay in place.");
        var before = await Indexes(db);
        await BulkInsert.Into(db, Enumerable.Range(0, IndexesAside.Least + 1).Select(n => new Enterprise($"乙{n}", new EnterpriseFacts())));
        await IndexesAside.During<Enterprise>(db, IndexesAside.Least, async () => Assert.Equal(before, await Indexes(db)));
        await services.GetRequiredService<UnitOfWork>().Rollback();
    });

    [Fact]
    public async Task Come_to_nothing_with_the_indexes_in_place()
    {
        List<string> before = [];
        await app.Inside(async services =>
        {
            var db = services.GetRequiredService<BridgeheadDb>();
            if (db.IsPostgres) Assert.Skip("The indexes of PostgreSQL stay in place.");
            before = await Indexes(db);
            await Assert.ThrowsAsync<InvalidOperationException>(() => IndexesAside.During<Enterprise>(db, IndexesAside.Least, () => throw new InvalidOperationException("amidst")));
            Assert.NotEqual(before, await Indexes(db));
            await services.GetRequiredService<UnitOfWork>().Rollback();
        });
        await app.Inside(async services => Assert.Equal(before, await Indexes(services.GetRequiredService<BridgeheadDb>())));
    }

    private static async Task<List<string>> Indexes(BridgeheadDb db) =>
        [.. (await db.Database.SqlQueryRaw<string>("SELECT sql AS \"Value\" FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Enterprises' AND sql IS NOT NULL").ToListAsync()).Order(StringComparer.Ordinal)];
}
