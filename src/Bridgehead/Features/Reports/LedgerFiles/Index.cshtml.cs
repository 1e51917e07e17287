using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.LedgerFiles;

/// <summary>The ledgers the bureau hands round: chosen, looked at, taken along as a workbook.</summary>
[Authorize(Permission.MakeReports)]
public sealed class IndexPage(MakeLedgerFile make, ScopedUnits scope, Words words, Asker asker, UnitOfWork work, TimeProvider clock) : QuestionScreen
{
    /// <summary>How many lines are shown before the file is taken.</summary>
    public const int Shown = 20;

    /// <summary>Which ledger.</summary>
    [BindProperty(SupportsGet = true, Name = "")] public LedgerFileQuery Query { get; set; } = new();

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The ledger; null when it was refused.</summary>
    public LedgerFile? Ledger { get; private set; }
    /// <summary>Its first lines.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; private set; } = [];
    /// <summary>Whether the asker may take it along.</summary>
    public bool MayExport => asker.May(Permission.Export);
    /// <summary>Which ledger is chosen.</summary>
    public LedgerFileKind Kind => Query.Kind ?? LedgerFileKind.Leads;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.City or UnitKind.District or UnitKind.Park or UnitKind.Outpost)];
        if (!ModelState.IsValid) Query = new LedgerFileQuery { Kind = Query.Kind };
        if (Units.Count == 0) return true;
        return await Ask(async () =>
        {
            Ledger = await make.Run(Query, Cancel);
            var lines = new List<LedgerLine>();
            await foreach (var line in Ledger.Lines.WithCancellation(Cancel))
            {
                lines.Add(line);
                if (lines.Count == Shown) break;
            }
            Lines = lines;
        });
    }

    /// <summary>The workbook, written line by line; entered in the trail.</summary>
    public async Task<IActionResult> OnGetFile()
    {
        if (!MayExport) return Forbid();
        if (Ledger is null) return OnGet();
        work.Reason = Query.Text(Kind);
        await work.Commit("reports.ledger.file", cancel: Cancel);
        Response.ContentType = TableWriter.XlsxType;
        Response.Headers.ContentDisposition = $"attachment; filename=\"ledger.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString(Ledger.Title + ".xlsx")}";
        await LedgerWorkbook.Write(Response.BodyWriter.AsStream(), Ledger, words, Query.Paper ?? LedgerPaper.A4, LedgerWorkbook.Mark(words, asker.Name, clock.GetUtcNow().UtcDateTime), Cancel);
        return new EmptyResult();
    }

    /// <summary>The same ledger for other days, on this page.</summary>
    public string For(LedgerFileKind kind, DateOnly? from = null, DateOnly? to = null) =>
        "/reports/ledgers?" + new LedgerFileQuery { Unit = Query.Unit, AtLeast = Query.AtLeast, Paper = Query.Paper, From = from, To = to }.Text(kind);

    /// <summary>The days people ask for most.</summary>
    public IReadOnlyList<(string Name, DateOnly From, DateOnly To)> Presets()
    {
        var today = make.Today;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = new DateOnly(today.Year, today.Month, 1);
        return [("本周", monday, today), ("上周", monday.AddDays(-7), monday.AddDays(-1)), ("本月", month, today), ("上个月", month.AddMonths(-1), month.AddDays(-1)), ("今年以来", new DateOnly(today.Year, 1, 1), today)];
    }
}
