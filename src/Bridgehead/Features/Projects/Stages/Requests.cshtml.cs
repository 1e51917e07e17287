using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Projects.Stages;

/// <summary>The queue of those who decide: what waits, the oldest first, decided here or on the project's own page. Those who asked see how far their requests are.</summary>
[Authorize(Permission.ReadProjects)]
public sealed class RequestsPage(BridgeheadDb db, ListRequests list, MoveStage move, ScopedUnits scope, Asker asker, UnitOfWork work) : Screen
{
    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true), MaxLength(40)] public string? After { get; set; }

    /// <summary>What waits.</summary>
    public IReadOnlyList<RequestRow> Rows { get; private set; } = [];
    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; private set; }
    /// <summary>The units in scope.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        Units = await scope.All(Cancel);
        (Rows, Next) = await list.Page(After, cancel: Cancel);
        return true;
    }

    /// <summary>Whether a request is the asker's to decide.</summary>
    public bool MayDecide(StageRequest request) => move.MayDecide(request) && (request.ById is null || request.ById != asker.UserId);

    /// <summary>Decides one.</summary>
    public async Task<IActionResult> OnPost(Guid request, bool approve, [MaxLength(500)] string? reason, long version)
    {
        if (!asker.May(Permission.ApproveStages)) return Forbid();
        if (await list.Find(request, Cancel) is not var (asked, project)) return NotFound();
        (work.Subject, work.Reason) = (project.Id, reason);
        await db.ReadAtOnce(asked, version, Cancel);
        await move.Decide(asked, project, approve, reason, Cancel);
        if (approve) this.Notice($"已同意“{project.Name}”进入“{Stage.Of(asked.To).Name}”");
        else this.Notice($"已把“{project.Name}”的申请退回{asked.ByName}");
        return RedirectToPage(new { After });
    }

    /// <summary>What a unit is called.</summary>
    public string UnitName(Guid id, Words words) => Units.FirstOrDefault(u => u.Id == id)?.LabelIn(words) ?? "—";
}
