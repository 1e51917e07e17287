using Bridgehead.Features.Access;

namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>REST: /api/report-ledgers; each file is entered in the trail.</summary>
internal static class LedgerFilesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var ledgers = api.MapGroup("/report-ledgers").WithTags("reports");
        ledgers.MapGet("", async ([AsParameters] LedgerFileQuery query, MakeLedgerFile make, CancellationToken cancel) => LedgerFileView.Of(await make.Run(query, cancel)))
            .RequireAuthorization(Permission.MakeReports).WithName("report-ledgers.get").Says("台账的标题和分单位合计", "种类：线索、签约、开工、投产、推进缓慢、到位资金；单位按固定的行政次序").Produces<LedgerFileView>();
        ledgers.MapGet("/file", Give).RequireAuthorization(Permission.Export).WithName("report-ledgers.file").Says("取得台账的 Excel 文件", "一次最多20万行；记入审计轨迹").Produces<byte[]>(StatusCodes.Status200OK, TableWriter.XlsxType);
    }

    private static async Task<IResult> Give([AsParameters] LedgerFileQuery query, MakeLedgerFile make, Words words, Asker asker, UnitOfWork work, TimeProvider clock, HttpContext http)
    {
        var stop = http.RequestAborted;
        var file = await make.Run(query, stop);
        work.Reason = query.Text(file.Kind);
        await work.Commit("reports.ledger.file", cancel: stop);
        http.Response.ContentType = TableWriter.XlsxType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"ledger.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString(file.Title + ".xlsx")}";
        await LedgerWorkbook.Write(http.Response.BodyWriter.AsStream(), file, words, query.Paper ?? LedgerPaper.A4, LedgerWorkbook.Mark(words, asker.Name, clock.GetUtcNow().UtcDateTime), stop);
        return Results.Empty;
    }
}

/// <summary>A ledger's title and sums.</summary>
public sealed record LedgerFileView(LedgerFileKind Kind, string Title, string Note, long Count, decimal AmountWan, IReadOnlyList<LedgerSumView> Units)
{
    /// <summary>Projects a ledger.</summary>
    public static LedgerFileView Of(LedgerFile file) => new(file.Kind, file.Title, file.Note, file.Count, new Money(file.Fen).Wan, [.. file.Sums.Select(s => new LedgerSumView(s.Unit.Code, s.Unit.Name, s.Count, new Money(s.Fen).Wan))]);
}

/// <summary>A unit's lines and what they come to, in 万元.</summary>
public sealed record LedgerSumView(string Unit, string UnitName, long Count, decimal AmountWan);
