using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>What an entry of the ledger rests on: leads on to the voucher where there is one, and shows the document's particulars otherwise.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class ProofPage(BridgeheadDb db, ScopedUnits scope, ListVouchers vouchers, Asker asker) : Screen
{
    /// <summary>Which evidence.</summary>
    [FromRoute] public Guid Id { get; set; }
    /// <summary>The evidence.</summary>
    public Evidence Evidence { get; private set; } = null!;
    /// <summary>The unit that answers for it.</summary>
    public Unit Unit { get; private set; } = null!;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (await db.Set<Evidence>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == Id, Cancel) is not { } evidence || await scope.Find(evidence.UnitId, Cancel) is not { } unit) return false;
        (Evidence, Unit) = (evidence, unit);
        return true;
    }

    /// <summary>Leads to the voucher, or shows the evidence.</summary>
    public async Task<IActionResult> OnGet() =>
        asker.May(Permission.ReadFunds) && await (await vouchers.Visible(Cancel)).Where(v => v.EvidenceId == Id).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(Cancel) is { } voucher
            ? RedirectToPage("/Funds/Show", new { Id = voucher }) : Page();
}
