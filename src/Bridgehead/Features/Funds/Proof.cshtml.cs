using Bridgehead.Features.Access;
using Bridgehead.Features.Ledger;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>What an entry of the ledger rests on: leads on to the voucher where there is one, and shows the document's particulars otherwise.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class ProofPage(BridgeheadDb db, ScopedUnits scope, ListVouchers vouchers, ListEntries entries, ListProjects projects, Asker asker) : Screen
{
    /// <summary>The most entries shown.</summary>
    public const int Most = 100;

    /// <summary>Which evidence.</summary>
    [FromRoute] public Guid Id { get; set; }
    /// <summary>The evidence.</summary>
    public Evidence Evidence { get; private set; } = null!;
    /// <summary>The unit that answers for it.</summary>
    public Unit Unit { get; private set; } = null!;

    /// <summary>What was entered on it, as far as the reader may see.</summary>
    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];
    /// <summary>Whether there is more.</summary>
    public bool More { get; private set; }
    /// <summary>The indicators of the entries.</summary>
    public IReadOnlyDictionary<Guid, Indicator> Indicators { get; private set; } = new Dictionary<Guid, Indicator>();
    /// <summary>The units of the entries.</summary>
    public IReadOnlyDictionary<Guid, Unit> Units { get; private set; } = new Dictionary<Guid, Unit>();
    /// <summary>The names of the projects the reader may see.</summary>
    public IReadOnlyDictionary<Guid, string> Projects { get; private set; } = new Dictionary<Guid, string>();

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (await db.Set<Evidence>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == Id, Cancel) is not { } evidence) return false;
        (Rows, var next) = await entries.Page(new EntryQuery { Evidence = Id, Limit = Most }, Cancel);
        // whoever may see an entry sees what it rests on, also where the project has gone to another unit since
        if (await scope.Find(evidence.UnitId, Cancel) is null && Rows.Count == 0) return false;
        (Evidence, Unit) = (evidence, await db.Set<Unit>().AsNoTracking().FirstAsync(u => u.Id == evidence.UnitId, Cancel));
        More = next is not null;
        var (of, named) = (Rows.Select(r => r.IndicatorId).Distinct().ToList(), Rows.Select(r => r.ProjectId).OfType<Guid>().Distinct().ToList());
        Indicators = await db.Set<Indicator>().AsNoTracking().Where(i => of.Contains(i.Id)).ToDictionaryAsync(i => i.Id, Cancel);
        Units = (await scope.All(Cancel)).ToDictionary(u => u.Id);
        if (asker.May(Permission.ReadProjects)) Projects = await (await projects.Visible(Cancel)).Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Cancel);
        return true;
    }

    /// <summary>Leads to the voucher, or shows the evidence.</summary>
    public async Task<IActionResult> OnGet() =>
        asker.May(Permission.ReadFunds) && await (await vouchers.Visible(Cancel)).Where(v => v.EvidenceId == Id).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(Cancel) is { } voucher
            ? RedirectToPage("/Funds/Show", new { Id = voucher }) : Page();
}
