using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Progress;

/// <summary>Recording a visit, a check or a call, standing in front of the site: the day and the sides that are due are filled in, the rest is a line.</summary>
[Authorize(Permission.WriteProjects)]
public sealed class LookPage(BridgeheadDb db, ListProjects list, RecordLook record, Words words, UnitOfWork work, TimeProvider clock) : PageAbout<Project>(db)
{
    /// <summary>What is typed.</summary>
    [BindProperty] public LookInput Input { get; set; } = new();
    /// <summary>The ways to look.</summary>
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<LookKind>().Select(k => new SelectListItem(words.Of(k), k.ToString()));

    /// <inheritdoc />
    protected override async Task<Project?> Find() => await (await list.Visible(Cancel)).FirstOrDefaultAsync(p => p.Id == Id && p.StageOrder >= ProgressStages.Signed, Cancel);

    /// <summary>Fills in today and the sides that are due.</summary>
    public void OnGet() => Input = new LookInput { On = clock.Day(), Sides = [.. Enum.GetValues<Side>().Where(s => Coverage.IsDue(s, Subject.StageOrder))] };

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPost()
    {
        work.Subject = Id;
        await record.Run(Subject, Input, Cancel);
        this.Notice($"已记下这次{LabelAttribute.Of(Input.Kind)}");
        return RedirectToPage("/Progress/Show", new { Id });
    }
}
