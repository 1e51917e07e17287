using Bridgehead.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>One enterprise at a glance: what the register says and from where, who is behind it, what it counts as, what does not fit, what it does here.</summary>
[Authorize(Permission.ReadEnterprises)]
public sealed class ShowPage(BridgeheadDb db, ListEnterprises list, FieldSources sources, ReadOwnership read, ReadClasses classes, ProjectsOf projects, NameEnterprise names, Asker asker, UnitOfWork work)
    : EnterprisePage(db, list, asker, work)
{
    /// <summary>Where the content of each field came from.</summary>
    public IReadOnlyDictionary<string, SourceView> Sources { get; private set; } = new Dictionary<string, SourceView>();
    /// <summary>Its other names.</summary>
    public IReadOnlyList<OtherName> Names { get; private set; } = [];
    /// <summary>Its owners and group.</summary>
    public Ownership Owners { get; private set; } = null!;
    /// <summary>What it counts in today.</summary>
    public IReadOnlyList<ClassAnswer> Classes { get; private set; } = [];
    /// <summary>What nobody has answered yet.</summary>
    public IReadOnlyList<Contradiction> Open { get; private set; } = [];
    /// <summary>What it has here.</summary>
    public GroupTotals Own { get; private set; } = null!;
    /// <summary>What its group has here.</summary>
    public GroupTotals Group { get; private set; } = null!;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Sources = await sources.Of(Subject, Cancel);
        Names = await Db.Set<OtherName>().AsNoTracking().Where(n => n.EnterpriseId == Id).OrderBy(n => n.Kind).ThenByDescending(n => n.From).ThenBy(n => n.Id).ToListAsync(Cancel);
        Owners = await read.Around(Id, cancel: Cancel);
        Classes = await classes.Of(Owners, Id, classes.Today, Cancel);
        Open = await Db.Set<Contradiction>().AsNoTracking().Where(c => c.EnterpriseId == Id && c.IsOpen).OrderBy(c => c.Id).ToListAsync(Cancel);
        Own = await projects.Total([Id], Cancel);
        var group = Owners.Group.Select(n => n.Id).OfType<Guid>().ToList();
        Group = group.Count > 1 ? await projects.Total(group, Cancel) : Own;
        return true;
    }

    /// <summary>The content of a field as the asker may see it.</summary>
    public string? Content(string field, Func<Enterprise, string?> text) => field == nameof(Enterprise.Phone) && !MayOpen ? Masked.Phone(Subject.Phone) : text(Subject);

    /// <summary>Adds another name.</summary>
    public async Task<IActionResult> OnPostName(OtherNameInput name)
    {
        if (!MayWrite) return Forbid();
        await names.Add(Subject, name, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Removes another name.</summary>
    public async Task<IActionResult> OnPostUnname(Guid other, long version)
    {
        if (!MayWrite) return Forbid();
        if (await Db.Set<OtherName>().FirstOrDefaultAsync(n => n.Id == other && n.EnterpriseId == Id, Cancel) is not { } name) return NotFound();
        Db.ReadAt(name, version);
        await names.Remove(Subject, name, Cancel);
        return RedirectToPage(new { Id });
    }
}
