using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>Is this enterprise what it says it is? What does not fit together, the checklist with what was found, and what is still to be done.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class DiligencePage(BridgeheadDb db, ListEnterprises list, CheckEnterprise check, Asker asker, UnitOfWork work) : EnterprisePage(db, list, asker, work)
{
    /// <summary>The checklist.</summary>
    public IReadOnlyList<CheckRow> Rows { get; private set; } = [];
    /// <summary>The contradictions, those open first.</summary>
    public IReadOnlyList<Contradiction> Found { get; private set; } = [];
    /// <summary>Today.</summary>
    public DateOnly Today => check.Today;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Rows = await check.Of(Id, Cancel);
        Found = await Db.Set<Contradiction>().AsNoTracking().Where(c => c.EnterpriseId == Id).OrderByDescending(c => c.IsOpen).ThenBy(c => c.Id).ToListAsync(Cancel);
        return true;
    }

    /// <summary>Records a result.</summary>
    public async Task<IActionResult> OnPost(CheckInput input)
    {
        if (!MayWrite) return Forbid();
        await check.Record(Id, input, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Answers a contradiction.</summary>
    public async Task<IActionResult> OnPostAnswer(Guid contradiction, AnswerInput input, long version)
    {
        if (!MayWrite) return Forbid();
        if (await Db.Set<Contradiction>().FirstOrDefaultAsync(c => c.Id == contradiction && c.EnterpriseId == Id, Cancel) is not { } one) return NotFound();
        Db.ReadAt(one, version);
        await check.Answer(one, input.Answer, Cancel);
        return RedirectToPage(new { Id });
    }
}
