using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>The ranking of a bulletin as it is shown to all units before it is published: read, objected to, answered.</summary>
[Authorize(Permission.MakeReports)]
public sealed class RankingPage(BridgeheadDb db, HandleRanks ranks, ScopedUnits scope, Asker asker, UnitOfWork work) : PageAbout<BulletinRank>(db)
{
    /// <summary>The ranking with its bulletin.</summary>
    public ShownRank Shown { get; private set; } = null!;
    /// <summary>What it says.</summary>
    public Part? Part { get; private set; }
    /// <summary>The objections in scope.</summary>
    public IReadOnlyList<(RankAppeal Appeal, Unit Unit)> Appeals { get; private set; } = [];
    /// <summary>The units the asker may object for.</summary>
    public IReadOnlyList<Unit> Mine { get; private set; } = [];
    /// <summary>Whether the asker may show it and answer.</summary>
    public bool MayDecide => Shown.IsOwner && asker.May(Permission.ReviewReports);

    /// <inheritdoc />
    protected override async Task<BulletinRank?> Find()
    {
        if (await ranks.Find(Id, Cancel) is not { } shown) return null;
        Shown = shown;
        return shown.Rank;
    }

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load()) return false;
        Part = await ranks.Part(Shown, Cancel);
        Appeals = await ranks.Appeals(Id, Cancel);
        if (asker.May(Permission.WriteReports) && Subject.TakesAppeals(ranks.Today)) Mine = [.. (await scope.All(Cancel)).Where(u => u.Kind is UnitKind.District or UnitKind.Park)];
        return true;
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // loaded before
    }

    /// <summary>Shows it to all units.</summary>
    public async Task<IActionResult> OnPostOpen(long version)
    {
        if (!asker.May(Permission.ReviewReports)) return Forbid();
        work.Subject = Id;
        await Db.ReadAtOnce(Subject, version, Cancel);
        await ranks.Open(Shown, Cancel);
        this.Notice($"排名已向各单位公示，到{Subject.PublicTo!.Value}为止");
        return RedirectToPage(new { Id });
    }

    /// <summary>Objects.</summary>
    public async Task<IActionResult> OnPostObject([Bind(Prefix = "Appeal")] RankAppealInput input)
    {
        if (!asker.May(Permission.WriteReports)) return Forbid();
        var appeal = await ranks.File(Shown, input, Cancel);
        work.Subject = appeal.Id;
        this.Notice($"已提出异议，等待答复");
        return RedirectToPage(null, null, new { Id }, "appeals");
    }

    /// <summary>Answers an objection.</summary>
    public async Task<IActionResult> OnPostAnswer(Guid appeal, [Bind(Prefix = "Answer")] RankAnswerInput input, long version)
    {
        if (!asker.May(Permission.ReviewReports)) return Forbid();
        if (await ranks.Appeal(Id, appeal, Cancel) is not { } found) return NotFound();
        work.Subject = appeal;
        await Db.ReadAtOnce(found, version, Cancel);
        await ranks.Answer(Shown, found, input, Cancel);
        return RedirectToPage(null, null, new { Id }, "appeals");
    }
}
