using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>Gives out project numbers, "2026-000123": one after the other within a year, never twice.</summary>
public sealed class ProjectNumbers(BridgeheadDb db)
{
    /// <summary>The next numbers of a year, reserved in the open transaction.</summary>
    public async Task<IReadOnlyList<string>> Take(int year, int count, CancellationToken cancel = default)
    {
        await db.BeginWrite(cancel);
        var name = string.Create(CultureInfo.InvariantCulture, $"project-{year}");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "NumberSeries" ("Name", "Last") VALUES ({name}, {count})
            ON CONFLICT ("Name") DO UPDATE SET "Last" = "NumberSeries"."Last" + excluded."Last"
            """, cancel);
        var last = await db.Set<NumberSeries>().Where(s => s.Name == name).Select(s => s.Last).SingleAsync(cancel);
        return [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{year}-{last - count + 1 + i:000000}"))];
    }
}
