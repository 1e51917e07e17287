using System.Globalization;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects;

/// <summary>The list of projects as a workbook or as text with commas, streamed, as filtered, sorted and with the columns shown; entered in the trail.</summary>
internal static class ExportProjects
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/projects/export", async (
        [AsParameters] ProjectQuery query, [FromQuery] string? format, ListProjects list, ScopedUnits scope, Words words, UnitOfWork work, TimeProvider clock, HttpContext http) =>
    {
        var stop = http.RequestAborted;
        query.Join(http.Request.Query["stage"], http.Request.Query["cols"]);
        var (units, columns) = (await scope.All(stop), ProjectColumn.Chosen(query.Cols));
        var rows = list.All(query, stop);
        work.Reason = http.Request.QueryString.Value;
        await work.Commit("projects.export", cancel: stop);
        var isText = format == "csv";
        var name = words["项目"] + clock.GetUtcNow().AddHours(8).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) + (isText ? ".csv" : ".xlsx");
        http.Response.ContentType = isText ? TableWriter.CsvType : TableWriter.XlsxType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"projects{(isText ? ".csv" : ".xlsx")}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        TableColumn[] heads = [new(words["编号"]), new(words["项目名称"], Width: 36), .. columns.Select(c => new TableColumn(words[c.Name], c.Kind, c.Code is "investor" or "company" or "description" ? 30 : 16))];
        // closing a zip writes its directory without waiting, which the body itself refuses; its writer takes it
        var body = http.Response.BodyWriter.AsStream();
        if (isText) await TableWriter.Csv(body, heads, Cells(rows, columns, units, words), stop);
        else await TableWriter.Xlsx(body, words["项目"], heads, Cells(rows, columns, units, words), stop);
    }).RequireAuthorization(Permission.Export).WithName("projects.export").ExcludeFromDescription();

    private static async IAsyncEnumerable<object?[]> Cells(IAsyncEnumerable<ProjectRow> rows, IReadOnlyList<ProjectColumn> columns, IReadOnlyList<Unit> units, Words words)
    {
        await foreach (var row in rows) yield return [row.Number, row.Name, .. columns.Select(c => c.Value(row, words, units))];
    }
}
