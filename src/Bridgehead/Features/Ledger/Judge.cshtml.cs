using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Ledger;

/// <summary>How well a piece of evidence is proved: what rests on it, what was found, and the form to find more.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class JudgePage(BridgeheadDb db, JudgeEvidence judge, ListEntries list, EntryNames names, ScopedUnits scope, Asker asker, UnitOfWork work) : PageAbout<Evidence>(db)
{
    /// <summary>What is typed.</summary>
    [BindProperty] public TierInput Input { get; set; } = new();
    /// <summary>The unit that answers for it.</summary>
    public Unit Unit { get; private set; } = null!;
    /// <summary>What was found before.</summary>
    public IReadOnlyList<TierStep> Steps { get; private set; } = [];
    /// <summary>The first entries that rest on it.</summary>
    public IReadOnlyList<EntryView> Entries { get; private set; } = [];
    /// <summary>Whether the asker may find anything.</summary>
    public bool MayJudge => asker.May(Permission.CheckEvidence);
    /// <summary>The tiers the asker may move it to.</summary>
    public IEnumerable<EvidenceTier> Choices => Enum.GetValues<EvidenceTier>().Where(t => t != Subject.Tier && (asker.Role == Role.Auditor || asker.IsOperator || (t > Subject.Tier && t < EvidenceTier.Audited)));

    /// <inheritdoc />
    protected override Task<Evidence?> Find() => judge.Find(Id, Cancel);

    /// <inheritdoc />
    public override async Task<bool> Load()
    {
        if (!await base.Load() || await scope.Find(Subject.UnitId, Cancel) is not { } unit) return false;
        Unit = unit;
        Steps = await judge.Steps(Id, Cancel);
        Entries = await names.Show((await list.Page(new EntryQuery { Evidence = Id, Limit = 50 }, Cancel)).Rows, Cancel);
        return true;
    }

    /// <summary>Shows it.</summary>
    public void OnGet() => Input.Version = Subject.Version;

    /// <summary>Moves it to another tier.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!MayJudge) return Forbid();
        work.Subject = Id;
        await Db.ReadAtOnce(Subject, Input.Version, Cancel);
        await judge.Run(Subject, Input, Cancel);
        return RedirectToPage(new { Id });
    }
}
