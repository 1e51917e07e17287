using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Funds;
using Bridgehead.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Closing;

/// <summary>A month to be closed, as it is typed.</summary>
public sealed class CloseInput
{
    /// <summary>The month, 2026-10.</summary>
    [Required(ErrorMessage = "请填写要关账的月份"), MaxLength(10, ErrorMessage = "月份应写成2026-10这样")] public string Month { get; set; } = "";
    /// <summary>What is to be said about what is left open.</summary>
    [MaxLength(500, ErrorMessage = "说明最多500个字")] public string? Note { get; set; }
    /// <summary>The password or a one-time code asked again; a persona's name in the demo.</summary>
    [MaxLength(128)] public string? Confirm { get; set; }
}

/// <summary>Closes a month after going through its checklist; the same for page, API and command line.</summary>
public sealed class CloseBooks(BridgeheadDb db, CloseChecklist checklist, CloseMonth close, OneState one, ConfirmPerson confirm, Asker asker, TimeProvider clock)
{
    /// <summary>Closes it. Refused when somebody else sits there, when the vouchers do not prove, and by every rule of <see cref="CloseMonth"/>.</summary>
    public async Task<MonthClose> Run(CloseInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(Months.TryRead(input.Month, out var month), $"月份“{input.Month}”应写成2026-10这样", "Input.Month");
        Refusal.Unless(asker.IsOfBureau, $"关账面向全市，由市级主管部门的审核人员办理");
        await confirm.Run(input.Confirm, cancel);
        var wrong = await one.Read((VerifyFunds funds) => funds.Run(cancel), cancel);
        Refusal.When(wrong.Count > 0, $"凭证校验发现{wrong.Count}处问题，不能关账；请先处理");
        return await close.Run(month, (await checklist.Open(month, cancel)).State, input.Note, cancel);
    }

    /// <summary>The month to close next: after the last closed one; before the first close, the last one over.</summary>
    public async Task<int> Next(CancellationToken cancel = default) =>
        await ClosedBooks.Of(db, cancel) is { To: > 0 } books ? books.FirstOpen : Progress.ReportDuty.LastMonth(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8)));

    /// <summary>Whether a month is over.</summary>
    public bool IsOver(int month) => month < Months.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8)));

    /// <summary>The closes, the newest first.</summary>
    /// <param name="before">Only those before this month, yyyymm; null for the first page.</param>
    /// <param name="size">How many.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<(IReadOnlyList<MonthClose> Rows, int? Next)> Page(int? before, int size, CancellationToken cancel = default)
    {
        var rows = await db.Set<MonthClose>().AsNoTracking().Where(c => before == null || c.Month < before).OrderByDescending(c => c.Month).Take(size + 1).ToListAsync(cancel);
        return rows.Count > size ? (rows[..size], rows[size - 1].Month) : (rows, null);
    }
}
