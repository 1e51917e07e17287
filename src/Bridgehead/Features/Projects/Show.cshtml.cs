using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Projects;

/// <summary>One project: where it stands, what the next stage still needs, and what has happened.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class ShowPage(BridgeheadDb db, ListProjects list, OpenProject open, ScopedUnits scope, Asker asker, UnitOfWork work) : PageAbout<Project>(db)
{
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    /// <summary>The moves, newest first.</summary>
    public IReadOnlyList<ProjectStep> Steps { get; private set; } = [];
    /// <summary>What was changed, newest first.</summary>
    public IReadOnlyList<AuditEntry> Changes { get; private set; } = [];
    /// <summary>Whether the asker may change it.</summary>
    public bool MayWrite => asker.May(Permission.WriteProjects);
    /// <summary>The next stage; null at the end or aside.</summary>
    public Stage? NextStage => Subject.Stage.IsSide ? null : Stage.All.FirstOrDefault(s => s.Order == Subject.StageOrder + 1);

    /// <inheritdoc />
    protected override async Task<Project?> Find() =>
        await (await list.Visible(Cancel)).AnyAsync(p => p.Id == Id, Cancel) ? await Db.Set<Project>().FirstOrDefaultAsync(p => p.Id == Id, Cancel) : null;

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Units = await scope.All(Cancel);
        Steps = await Db.Set<ProjectStep>().AsNoTracking().Where(s => s.ProjectId == Id).OrderByDescending(s => s.Id).ToListAsync(Cancel);
        Changes = await Db.Set<AuditEntry>().AsNoTracking().Where(e => e.SubjectId == Id && e.Result == AuditResult.Done).OrderByDescending(e => e.Sequence).Take(50).ToListAsync(Cancel);
        return true;
    }

    /// <summary>Moves it to another stage.</summary>
    public async Task<IActionResult> OnPostMove([Required, MaxLength(20)] string stage, [MaxLength(500)] string? reason, long version)
    {
        if (!MayWrite) return Forbid();
        work.Subject = Id;
        work.Reason = reason;
        Db.ReadAt(Subject, version);
        await open.Move(Subject, Stage.Called(stage) ?? throw new Refusal($"没有阶段“{stage}”"), reason, Cancel);
        return RedirectToPage(new { Id });
    }

    /// <summary>Throws it away.</summary>
    public async Task<IActionResult> OnPostThrowAway(long version)
    {
        if (!MayWrite) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await open.ThrowAway(Subject, Cancel);
        return RedirectToPage("/Projects/Index");
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid? id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.NameIn(words) ?? "—";
}
