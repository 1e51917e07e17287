using Bridgehead.Features.Access;

namespace Bridgehead.Features.Bulk;

/// <summary>The result of a bulk change row by row, as text with commas, for whoever must follow up what was refused.</summary>
internal static class BulkResult
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/projects/bulk/{id:guid}/result", async (Guid id, BulkJobs jobs, Words words, HttpContext http) =>
    {
        var stop = http.RequestAborted;
        if (await jobs.Find(id, stop) is null) return Results.NotFound();
        var (rows, after) = (new List<object?[]>(), (string?)null);
        do
        {
            (var page, after) = await jobs.Rows(id, null, after, 500, stop);
            rows.AddRange(page.Select(r => new object?[] { r.Position, r.Name, words.Of(r.Outcome), r.Said(words) }));
        }
        while (after is not null);
        using var file = new MemoryStream();
        await TableWriter.Csv(file, [new(words["序号"], TableColumnKind.Number), new(words["项目名称"]), new(words["结果"]), new(words["理由"])], TableWriter.From(rows, stop), stop);
        return Results.File(file.ToArray(), TableWriter.CsvType, words["批量结果"] + ".csv");
    }).RequireAuthorization(Permission.WriteProjects).WithName("projects.bulk.result").ExcludeFromDescription();
}
