using Bridgehead.Features.Access;
using Bridgehead.Features.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Instructions;

/// <summary>The instructions written on a project.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class ProjectInstructionsPage(BridgeheadDb db, ListProjects projects, FindInstructions find, DescribeInstructions describe, Asker asker) : PageAbout<Project>(db)
{
    /// <summary>The latest first.</summary>
    public IReadOnlyList<InstructionRow> Rows { get; private set; } = [];
    /// <summary>Today in the city.</summary>
    public DateOnly Today => find.Today;
    /// <summary>Whether the asker may write one.</summary>
    public bool MayGive => asker.May(Permission.GiveInstructions);

    /// <inheritdoc />
    protected override async Task<Project?> Find() => asker.May(Permission.ReadProjects) ? await (await projects.Visible(Cancel)).FirstOrDefaultAsync(p => p.Id == Id, Cancel) : null;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Rows = await describe.Run(await find.About(Id, Cancel), Cancel);
        return true;
    }
}
