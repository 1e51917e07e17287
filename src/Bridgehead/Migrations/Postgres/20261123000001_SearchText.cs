using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bridgehead.Migrations.Postgres;

/// <summary>The text-search index over the search entries' tokens.</summary>
[DbContext(typeof(PostgresBridgeheadDb))]
[Migration("20261123000001_SearchText")]
public sealed class SearchText : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE INDEX "IX_SearchEntries_Tokens" ON "SearchEntries" USING gin (array_to_tsvector(string_to_array("Tokens", ' ')))
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""DROP INDEX "IX_SearchEntries_Tokens" """);
}
