using Bridgehead.Features.Duplicates;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead;

/// <summary>
/// The index behind the one search box. The tokens are made by us (<see cref="SearchTokens"/>), so both databases hold and
/// match the same ones: SQLite through FTS5, PostgreSQL through a text-search vector.
/// </summary>
public sealed class SearchIndex(BridgeheadDb db, ScopedUnits scope)
{
    private const int RowsAtOnce = 5_000;

    /// <summary>The records that carry every term of the query and that the asker may see; exact titles first, then the shorter titles.</summary>
    /// <param name="text">What was typed: Chinese, pinyin, initials, a code or part of a phone number.</param>
    /// <param name="kind">Only this kind of record; all kinds when null.</param>
    /// <param name="most">At most so many, 1 to 200.</param>
    /// <param name="among">The identities of the records the asker may see, as their own list has them; null where the unit on the card decides.</param>
    /// <param name="cancel">Stops the search.</param>
    public async Task<IReadOnlyList<SearchEntry>> Find(string text, string? kind = null, int most = 20, IQueryable<Guid>? among = null, CancellationToken cancel = default)
    {
        var query = SearchTokens.ForQuery(text);
        if (query.Count == 0) return [];
        var units = await scope.Ids(cancel);
        var title = text.Trim();
        var found = Matching(db, query).Where(e => kind == null || e.Kind == kind);
        return await (among is null ? found.Where(e => e.UnitId == null || units.Contains(e.UnitId.Value)) : found.Where(e => among.Contains(e.RecordId)))
            .OrderBy(e => e.Title == title ? 0 : 1).ThenBy(e => e.Title.Length).ThenBy(e => e.RecordId)
            .Take(most).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>The identities of the records of one kind that match; a query to compose lists with.</summary>
    public static IQueryable<Guid> Ids(BridgeheadDb db, string kind, string text) =>
        SearchTokens.ForQuery(text) is { Count: > 0 } query
            ? Matching(db, query).Where(e => e.Kind == kind).Select(e => e.RecordId)
            : db.Set<SearchEntry>().Where(e => false).Select(e => e.RecordId);

    /// <summary>The identities of the records of one kind that carry any of these marks; a query to compose lists with.</summary>
    internal static IQueryable<Guid> Marked(BridgeheadDb db, string kind, IReadOnlyCollection<string> marks)
    {
        var entries = db.Set<SearchEntry>();
        var wanted = string.Join(db.IsPostgres ? " | " : " OR ", marks.Select(m => db.IsPostgres ? $"'{m}'" : $"\"{m}\""));
        return (marks.Count == 0 ? entries.Where(e => false)
            : db.IsPostgres ? entries.FromSql($"""SELECT * FROM "SearchEntries" WHERE array_to_tsvector(string_to_array("Tokens", ' ')) @@ CAST({wanted} AS tsquery)""")
            : entries.FromSql($"""SELECT e.* FROM "SearchEntries" e WHERE e."Row" IN (SELECT rowid FROM "SearchText" WHERE "SearchText" MATCH {wanted})"""))
            .Where(e => e.Kind == kind).Select(e => e.RecordId);
    }

    private static IQueryable<SearchEntry> Matching(BridgeheadDb db, IReadOnlyList<SearchTerm> query)
    {
        if (db.IsPostgres)
        {
            var wanted = string.Join(" & ", query.Select(t => t.Ending is { } ending ? $"('{t.Token}':* | '{ending}':*)" : $"'{t.Token}'{(t.IsPrefix ? ":*" : "")}"));
            return db.Set<SearchEntry>().FromSql(
                $"""SELECT * FROM "SearchEntries" WHERE array_to_tsvector(string_to_array("Tokens", ' ')) @@ CAST({wanted} AS tsquery)""");
        }
        var match = string.Join(" AND ", query.Select(t => t.Ending is { } ending ? $"(\"{t.Token}\"* OR \"{ending}\"*)" : $"\"{t.Token}\"{(t.IsPrefix ? "*" : "")}"));
        return db.Set<SearchEntry>().FromSql(
            $"""SELECT e.* FROM "SearchEntries" e WHERE e."Row" IN (SELECT rowid FROM "SearchText" WHERE "SearchText" MATCH {match})""");
    }

    /// <summary>Brings the index up to date with saved changes, in their transaction.</summary>
    internal static async Task Refresh(BridgeheadDb db, IReadOnlyList<(ISearchable Record, bool Gone)> changes, CancellationToken cancel)
    {
        foreach (var batch in changes.Chunk(200))
        {
            var ids = batch.Select(c => c.Record.Id).ToList();
            await db.Set<SearchEntry>().Where(e => ids.Contains(e.RecordId)).ExecuteDeleteAsync(cancel);
            await Add(db, [.. batch.Where(c => !c.Gone).Select(c => c.Record)], cancel, await FormerNames.Of(db, ids, cancel));
        }
    }

    /// <summary>
    /// Adds records the index does not know yet, in the open transaction. On SQLite their tokens go into the full-text table by one statement for many
    /// rows: a trigger for each would make it write out a segment for each, and one statement for all keeps every page it touches in memory.
    /// </summary>
    internal static async Task Add(BridgeheadDb db, IReadOnlyCollection<ISearchable> records, CancellationToken cancel, IReadOnlyDictionary<Guid, string>? former = null)
    {
        if (records.Count == 0) return;
        await db.BeginWrite(cancel);
        var last = db.IsPostgres ? 0 : await db.Set<SearchEntry>().MaxAsync(e => (long?)e.Row, cancel) ?? 0;
        await BulkInsert.Into(db, records.Select(r => SearchEntry.Of(r, former?.GetValueOrDefault(r.Id))), db.IsPostgres ? null : new Interludes(RowsAtOnce, Tokens), cancel);

        async Task Tokens()
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "SearchText"(rowid, "Tokens") SELECT "Row", "Tokens" FROM "SearchEntries" WHERE "Row" > {last}""", cancel);
            last = await db.Set<SearchEntry>().MaxAsync(e => e.Row, cancel);
        }
    }

    /// <summary>Whether the full-text table of SQLite holds the stored tokens, all of them and nothing else.</summary>
    internal static async Task<bool> Agrees(BridgeheadDb db, CancellationToken cancel)
    {
        if (db.IsPostgres) return true;
        try
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "SearchText"("SearchText", rank) VALUES ('integrity-check', 1)""", cancel);
            return true;
        }
        catch (SqliteException differs) when (differs.SqliteErrorCode == SQLitePCL.raw.SQLITE_CORRUPT)
        {
            return false;
        }
    }

    /// <summary>Makes the full-text table of SQLite anew from the stored tokens.</summary>
    internal static async Task Rebuild(BridgeheadDb db, CancellationToken cancel)
    {
        if (!db.IsPostgres) await db.Database.ExecuteSqlAsync($"""INSERT INTO "SearchText"("SearchText") VALUES ('rebuild')""", cancel);
    }
}
