using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Funds;

/// <summary>The money of a project: agreed, arrived and formed side by side, voucher by voucher, and what is still missing.</summary>
[Authorize(Permission.ReadFunds)]
public sealed class MoneyPage(BridgeheadDb db, ListProjects list, ProjectMoney money, Asker asker, UnitOfWork work, TimeProvider clock) : PageAbout<Project>(db)
{
    private const int PageSize = 50;

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    /// <summary>The sums.</summary>
    public MoneySums Sums { get; private set; } = null!;
    /// <summary>Its vouchers.</summary>
    public IReadOnlyList<MoneyRow> Rows { get; private set; } = [];
    /// <summary>The companies approved to buy for it.</summary>
    public IReadOnlyList<Affiliate> Affiliates { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public Guid? Next { get; private set; }
    /// <summary>Whether the asker may upload.</summary>
    public bool MayWrite => asker.May(Permission.WriteFunds);
    /// <summary>Whether the asker may approve companies.</summary>
    public bool MayReview => asker.May(Permission.ReviewFunds);

    /// <inheritdoc />
    protected override async Task<Project?> Find() => await (await list.Visible(Cancel)).FirstOrDefaultAsync(p => p.Id == Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Sums = await money.Sums(Subject, Cancel);
        var rows = await money.Rows(Id, After, PageSize + 1, Cancel);
        (Rows, Next) = ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].VoucherId : null);
        Affiliates = await Db.Set<Affiliate>().AsNoTracking().Where(a => a.ProjectId == Id).OrderBy(a => a.Id).ToListAsync(Cancel);
        return true;
    }

    /// <summary>Approves a company to buy for the project.</summary>
    public async Task<IActionResult> OnPostAffiliate([MaxLength(120)] string? name, [MaxLength(200)] string? basis)
    {
        if (!MayReview) return Forbid();
        work.Subject = Id;
        Db.Add(new Affiliate(Id, name ?? "", basis ?? "", asker.UserId, asker.Name, clock.GetUtcNow().UtcDateTime));
        await Db.SaveChangesAsync(Cancel);
        return RedirectToPage(new { Id });
    }
}
