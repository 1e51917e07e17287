using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bridgehead.Migrations.Sqlite;

/// <summary>The full-text table over the search entries' tokens, filled by the search index, kept by triggers when an entry changes or goes.</summary>
[DbContext(typeof(SqliteBridgeheadDb))]
[Migration("20261123000001_SearchText")]
public sealed class SearchText : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE VIRTUAL TABLE "SearchText" USING fts5("Tokens", content='SearchEntries', content_rowid='Row', detail=none, tokenize="ascii")
            """);
        // a large import gathers its tokens in memory before it writes a segment
        migrationBuilder.Sql("""INSERT INTO "SearchText"("SearchText", rank) VALUES ('hashsize', 67108864)""");
        migrationBuilder.Sql("""
            CREATE TRIGGER "SearchEntryRemoved" AFTER DELETE ON "SearchEntries" BEGIN
              INSERT INTO "SearchText"("SearchText", rowid, "Tokens") VALUES ('delete', old."Row", old."Tokens");
            END
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER "SearchEntryChanged" AFTER UPDATE ON "SearchEntries" BEGIN
              INSERT INTO "SearchText"("SearchText", rowid, "Tokens") VALUES ('delete', old."Row", old."Tokens");
              INSERT INTO "SearchText"(rowid, "Tokens") VALUES (new."Row", new."Tokens");
            END
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""DROP TRIGGER "SearchEntryRemoved" """);
        migrationBuilder.Sql("""DROP TRIGGER "SearchEntryChanged" """);
        migrationBuilder.Sql("""DROP TABLE "SearchText" """);
    }
}
