using Bridgehead.Features.Access;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>One version of a track's stages. While it is a draft the page says what it would change and which projects would newly lack something; then it is put in force or dropped.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class SetPage(BridgeheadDb db, PreviewStages preview, ProposeStages propose, UnitOfWork work) : PageAbout<StageSet>(db)
{
    /// <summary>What it would do; null once it is decided, and for those who do not decide.</summary>
    public StagePreview? Preview { get; private set; }
    /// <summary>Whether the asker decides.</summary>
    public bool MayDecide => propose.May && Subject.State == StageSetState.Proposed;

    /// <inheritdoc />
    protected override Task<StageSet?> Find() => Db.Set<StageSet>().FirstOrDefaultAsync(s => s.Id == Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        if (MayDecide) Preview = await preview.Of(Subject, Cancel);
        return true;
    }

    /// <summary>Puts it in force.</summary>
    public async Task<IActionResult> OnPostApply(long version)
    {
        if (!propose.May) return Forbid();
        work.Subject = Id;
        await Db.ReadAtOnce(Subject, version, Cancel);
        await propose.Apply(Subject, Cancel);
        this.Notice($"第{Subject.Number}版自{Subject.ValidFrom}起施行");
        return RedirectToPage("/Projects/Stages/Index", new { Subject.Track });
    }

    /// <summary>Drops it.</summary>
    public async Task<IActionResult> OnPostDrop(long version)
    {
        if (!propose.May) return Forbid();
        work.Subject = Id;
        await Db.ReadAtOnce(Subject, version, Cancel);
        await propose.Drop(Subject, Cancel);
        return RedirectToPage("/Projects/Stages/Index", new { Subject.Track });
    }
}
