using System.Security.Cryptography;
using Bridgehead.Features.Imports.Kinds;
using Bridgehead.Features.Imports.Reading;

namespace Bridgehead.Features.Imports;

/// <summary>Imports a ledger: checks it row by row without writing, or applies it as one batch in one transaction.</summary>
public sealed class ImportLedger(BridgeheadDb db, Asker asker, TimeProvider clock, UnitOfWork work, IServiceProvider services)
{
    /// <summary>Reads and judges every row. With <paramref name="apply"/> the rows that are taken are written as one batch.</summary>
    /// <param name="kind">As what.</param>
    /// <param name="file">The open file.</param>
    /// <param name="content">The file's bytes, to be known again by.</param>
    /// <param name="apply">False for a dry run.</param>
    /// <param name="options">What the person allowed.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<ImportOutcome> Run(ImportKind kind, LedgerFile file, Stream content, bool apply, ImportOptions options, CancellationToken cancel = default)
    {
        var import = Of(kind);
        import.Options = options;
        var reading = LedgerReading.Of(file, import.Columns);
        Refusal.When(reading.Sheets.Count == 0, $"没有找到可导入的表：{string.Join("；", reading.Unread.Select(u => $"“{u.Name}”{u.Reason}"))}");
        await import.Begin(cancel);
        var outcome = new ImportOutcome(kind, file.Name, null, [.. reading.Sheets.Select(sheet => Judge(import, sheet, cancel))], reading.Unread);
        if (!apply || outcome.Accepted == 0) return outcome;
        content.Position = 0;
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        var batch = new ImportBatch(kind, file.Name, digest, asker.Name, asker.UserId, asker.IsOperator ? null : asker.UnitId, clock.GetUtcNow().UtcDateTime)
        { Read = outcome.Read, Accepted = outcome.Accepted, Refused = outcome.Refused };
        db.Add(batch);
        work.Subject = batch.Id;
        await db.SaveChangesAsync(cancel);
        await import.Write(batch, cancel);
        return outcome with { BatchId = batch.Id };
    }

    /// <summary>Gives the refused rows of a sheet back as a workbook.</summary>
    public async Task GiveBack(ImportKind kind, LedgerFile file, int sheet, Stream to, Func<FormattableString, string> say, ImportOptions options, CancellationToken cancel = default)
    {
        var import = Of(kind);
        import.Options = options;
        var reading = LedgerReading.Of(file, import.Columns);
        Refusal.Unless(sheet >= 0 && sheet < reading.Sheets.Count, $"文件中没有第{sheet + 1}张可导入的表", nameof(sheet));
        await import.Begin(cancel);
        await RefusedRows.Write(to, reading.Sheets[sheet], Judged(import, reading.Sheets[sheet]), say, cancel);
    }

    private RowImport Of(ImportKind kind) => kind switch
    {
        ImportKind.Enterprises => services.GetRequiredService<EnterprisesImport>(),
        ImportKind.Projects => services.GetRequiredService<ProjectsImport>(),
        _ => services.GetRequiredService<FiguresImport>(),
    };

    private static SheetOutcome Judge(RowImport import, SheetReading sheet, CancellationToken cancel)
    {
        var outcome = new SheetOutcome(sheet);
        if (sheet.Missing.Count > 0) return outcome;
        foreach (var row in sheet.Rows)
        {
            cancel.ThrowIfCancellationRequested();
            outcome.Read++;
            var known = import.Take(row);
            if (row.IsRefused) outcome.Refused++;
            else
            {
                outcome.Accepted++;
                if (known) outcome.Repeated++;
            }
            if (row.Findings.Count > 0) outcome.Keep(row.Findings);
        }
        return outcome;
    }

    private static async IAsyncEnumerable<SheetRow> Judged(RowImport import, SheetReading sheet)
    {
        foreach (var row in sheet.Rows)
        {
            import.Take(row);
            yield return row;
        }
        await Task.CompletedTask;
    }
}

/// <summary>What the person importing allowed.</summary>
/// <param name="AddMissing">Unknown units and indicators are added instead of refused.</param>
/// <param name="DefaultIsTarget">Rows without a 类别 are targets.</param>
/// <param name="Unit">The unit of projects whose row, sheet name and column say none: its code or a name it goes by.</param>
public sealed record ImportOptions(bool AddMissing = false, bool DefaultIsTarget = false, string? Unit = null);
