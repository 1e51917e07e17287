using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>On which lists an enterprise stands and which titles it holds: today, through whom, and in the past.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class ClassesPage(BridgeheadDb db, ListEnterprises list, ReadOwnership read, ReadClasses classes, ClassEnterprise keep, Asker asker, UnitOfWork work) : EnterprisePage(db, list, asker, work)
{
    /// <summary>The day the page speaks of; today when none is asked for.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? On { get; set; }
    /// <summary>What is typed.</summary>
    public ClassInput Input { get; private set; } = new();
    /// <summary>What it counts in on the day.</summary>
    public IReadOnlyList<ClassAnswer> Answers { get; private set; } = [];
    /// <summary>All it ever held, the newest first.</summary>
    public IReadOnlyList<EnterpriseClass> Held { get; private set; } = [];
    /// <summary>The kinds there are.</summary>
    public IReadOnlyList<ClassKind> Kinds { get; private set; } = [];
    /// <summary>The day.</summary>
    public DateOnly Day => On ?? classes.Today;
    /// <summary>Today.</summary>
    public DateOnly Today => classes.Today;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Kinds = await classes.Kinds(Cancel);
        Answers = await classes.Of(await read.Around(Id, group: false, Cancel), Id, Day, Cancel);
        Held = await Db.Set<EnterpriseClass>().AsNoTracking().Where(c => c.EnterpriseId == Id).OrderByDescending(c => c.ValidFrom).ThenByDescending(c => c.Id).ToListAsync(Cancel);
        if (Input.ListYear == 0) (Input.ListYear, Input.ValidFrom) = (Today.Year, Today);
        return true;
    }

    /// <summary>What a kind is called.</summary>
    public string NameOf(string kind, Words words) => Kinds.FirstOrDefault(k => k.Code == kind)?.NameIn(words) ?? kind;

    /// <summary>Notes a class.</summary>
    public async Task<IActionResult> OnPost(ClassInput input)
    {
        if (!MayWrite) return Forbid();
        await keep.Run(Id, input, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>It was taken away or ended.</summary>
    public async Task<IActionResult> OnPostEnd(Guid held, DateOnly last, long version)
    {
        if (!MayWrite) return Forbid();
        if (await Db.Set<EnterpriseClass>().FirstOrDefaultAsync(c => c.Id == held && c.EnterpriseId == Id, Cancel) is not { } one) return NotFound();
        Db.ReadAt(one, version);
        await keep.End(one, last, Cancel);
        return RedirectToPage(new { Id });
    }
}
