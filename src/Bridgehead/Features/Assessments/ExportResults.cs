using System.Globalization;
using Bridgehead.Features.Access;

namespace Bridgehead.Features.Assessments;

/// <summary>The result sheet as a workbook; entered in the trail.</summary>
internal static class ExportResults
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/assessments/{id:guid}/export", async (Guid id, FindAssessments find, Words words, UnitOfWork work, HttpContext http) =>
    {
        var stop = http.RequestAborted;
        if (await find.Find(id, stop) is not { } found) return Results.NotFound();
        var scheme = await find.SchemeOf(found, stop);
        var sheet = await find.Sheet(found, scheme.Definition, stop);
        work.Subject = id;
        await work.Commit("assessments.export", cancel: stop);
        var name = $"{found.Name}{found.AsOf.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.xlsx";
        http.Response.ContentType = TableWriter.XlsxType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"assessment.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        await TableWriter.Xlsx(http.Response.BodyWriter.AsStream(), words["考核结果"], Columns(scheme.Definition, words), TableWriter.From(sheet.Units.Select(u => Row(u, scheme.Definition, words)), stop), stop);
        return Results.Empty;
    }).RequireAuthorization(Permission.Export).WithName("assessments.export").ExcludeFromDescription();

    private static TableColumn[] Columns(SchemeDefinition scheme, Words words) =>
    [
        new(words["分组"]), new(words["位次"], TableColumnKind.Number), new(words["单位"]),
        .. scheme.Items.Select(i => new TableColumn(i.Method == ScoreMethod.Veto ? words[i.Name] : $"{words[i.Name]}（{Scoring.Text(i.Weight)}）", i.Method == ScoreMethod.Veto ? TableColumnKind.Text : TableColumnKind.Money)),
        new(words["总分"], TableColumnKind.Money), new(words["备注"]),
    ];

    private static object?[] Row(UnitResult r, SchemeDefinition scheme, Words words) =>
    [
        words[scheme.Groups[r.Group].Name], r.Rank, r.Unit.LabelIn(words),
        .. r.Items.Select((item, i) => (object?)(scheme.Items[i].Method == ScoreMethod.Veto ? item.Vetoed ? words["一票否决"] : "" : item.Score is { } score ? Math.Round(score, 4, MidpointRounding.AwayFromZero) : null)),
        r.Total, r.Incomplete ? words["不完整"] : r.Waived is { } waived ? words.Say(waived.How) : "",
    ];
}
