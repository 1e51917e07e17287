using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Reports.Bulletins;

/// <summary>An objection to a place, as it is typed.</summary>
public sealed class RankAppealInput
{
    /// <summary>The unit that objects: code, name or short name.</summary>
    [Required(ErrorMessage = "请选择单位"), MaxLength(100)] public string Unit { get; set; } = "";
    /// <summary>What it objects to and why.</summary>
    [Required(ErrorMessage = "请写明异议的事项和理由，最多1000个字"), MaxLength(1000, ErrorMessage = "请写明异议的事项和理由，最多1000个字")] public string Text { get; set; } = "";
}

/// <summary>The answer to an objection.</summary>
public sealed class RankAnswerInput
{
    /// <summary>Whether it is upheld.</summary>
    [Required(ErrorMessage = "请选择异议是否成立")] public bool? Upheld { get; set; }
    /// <summary>The answer.</summary>
    [Required(ErrorMessage = "请写明答复和依据，最多1000个字"), MaxLength(1000, ErrorMessage = "请写明答复和依据，最多1000个字")] public string Answer { get; set; } = "";
}

/// <summary>A ranking with the bulletin it stands in, as one person may see it.</summary>
/// <param name="Rank">The ranking.</param>
/// <param name="Draft">The bulletin.</param>
/// <param name="Unit">The unit the bulletin is of.</param>
/// <param name="IsOwner">Whether the bulletin itself is in the asker's scope.</param>
public sealed record ShownRank(BulletinRank Rank, ReportDraft Draft, Unit Unit, bool IsOwner);

/// <summary>Shows rankings to the units, takes their objections, answers them; a bulletin with a ranking waits for that.</summary>
public sealed class HandleRanks(BridgeheadDb db, ScopedUnits scope, Asker asker, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>A ranking; whoever does not see the bulletin sees it only once it is shown. Null when it is not there.</summary>
    public async Task<ShownRank?> Find(Guid draft, CancellationToken cancel = default)
    {
        if (await db.Set<BulletinRank>().FirstOrDefaultAsync(r => r.Id == draft, cancel) is not { } rank) return null;
        var report = await db.Set<ReportDraft>().AsNoTracking().SingleAsync(d => d.Id == draft, cancel);
        var owner = await scope.Find(report.UnitId, cancel) is not null;
        if (!owner && (rank.PublicFrom is null || (await scope.All(cancel)).Count == 0)) return null;
        return new ShownRank(rank, report, await db.Set<Unit>().AsNoTracking().SingleAsync(u => u.Id == report.UnitId, cancel), owner);
    }

    /// <summary>What the ranking says.</summary>
    public async Task<Part?> Part(ShownRank shown, CancellationToken cancel = default)
    {
        var parts = new KeptParts(shown.Draft, shown.Unit,
            await db.Set<ReportBlock>().AsNoTracking().Where(b => b.DraftId == shown.Draft.Id).OrderBy(b => b.Part).ThenBy(b => b.Position).ThenBy(b => b.Id).ToListAsync(cancel),
            await db.Set<ReportFigure>().AsNoTracking().Where(f => f.DraftId == shown.Draft.Id).ToListAsync(cancel), [],
            await db.Set<ReportRelease>().AsNoTracking().FirstOrDefaultAsync(r => r.DraftId == shown.Draft.Id, cancel));
        return parts.Document.Parts.FirstOrDefault(part => (int)part.Which == BulletinParts.Ranking);
    }

    /// <summary>The rankings shown now, the latest first.</summary>
    public async Task<IReadOnlyList<(BulletinRank Rank, ReportDraft Draft)>> Shown(CancellationToken cancel = default)
    {
        if ((await scope.All(cancel)).Count == 0) return [];
        var today = Today;
        return [.. (await db.Set<BulletinRank>().AsNoTracking().Where(r => r.PublicTo >= today).Join(db.Set<ReportDraft>().AsNoTracking(), r => r.Id, d => d.Id, (r, d) => new { r, d }).OrderByDescending(x => x.d.Id).Take(20).ToListAsync(cancel)).Select(x => (x.r, x.d))];
    }

    /// <summary>The objections, the first first: the city sees all, a unit its own and those below.</summary>
    public async Task<IReadOnlyList<(RankAppeal Appeal, Unit Unit)>> Appeals(Guid draft, CancellationToken cancel = default)
    {
        var units = (await scope.All(cancel)).ToDictionary(u => u.Id);
        var ids = units.Keys.ToList();
        return [.. (await db.Set<RankAppeal>().AsNoTracking().Where(a => a.DraftId == draft && ids.Contains(a.UnitId)).OrderBy(a => a.Id).Take(500).ToListAsync(cancel)).Select(a => (a, units[a.UnitId]))];
    }

    /// <summary>One objection in scope, ready to be answered; null when it is not there.</summary>
    public async Task<RankAppeal?> Appeal(Guid draft, Guid id, CancellationToken cancel = default)
    {
        var ids = await scope.Ids(cancel);
        return await db.Set<RankAppeal>().FirstOrDefaultAsync(a => a.DraftId == draft && a.Id == id && ids.Contains(a.UnitId), cancel);
    }

    /// <summary>Shows a ranking to all units from today on. Refused before the bulletin is reviewed.</summary>
    public async Task Open(ShownRank shown, CancellationToken cancel = default)
    {
        Refusal.Unless(shown.IsOwner, $"排名由编发通报的单位公示");
        shown.Rank.Open(shown.Draft.State, Today, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Objects for a unit in scope. Refused outside the days it is shown.</summary>
    public async Task<RankAppeal> File(ShownRank shown, RankAppealInput input, CancellationToken cancel = default)
    {
        var unit = await scope.Named(input.Unit, cancel);
        Refusal.When(unit is null, $"没有单位“{input.Unit}”，或者不在您的数据范围内", "Unit");
        var appeal = new RankAppeal(shown.Rank, unit!.Id, input.Text, asker.UserId, asker.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(appeal);
        await db.SaveChangesAsync(cancel);
        return appeal;
    }

    /// <summary>Answers an objection. Only for those who see the whole bulletin, and never by who entered it.</summary>
    public async Task Answer(ShownRank shown, RankAppeal appeal, RankAnswerInput input, CancellationToken cancel = default)
    {
        Refusal.Unless(shown.IsOwner, $"异议由编发通报的单位答复");
        appeal.Decide(input.Upheld ?? false, input.Answer, asker.UserId, asker.Name);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes the ranking of a bulletin that is given back away.</summary>
    internal async Task Withdraw(ReportDraft draft, CancellationToken cancel = default)
    {
        if (draft.Kind == ReportDraft.Bulletin && await db.Set<BulletinRank>().FirstOrDefaultAsync(r => r.Id == draft.Id, cancel) is { } rank) rank.Withdraw();
    }

    /// <summary>Refuses the release of a bulletin whose ranking is not settled.</summary>
    internal async Task RefuseUnlessSettled(ReportDraft draft, CancellationToken cancel = default)
    {
        if (draft.Kind != ReportDraft.Bulletin || await db.Set<BulletinRank>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == draft.Id, cancel) is not { } rank) return;
        var since = rank.OpenedAt ?? DateTime.MaxValue;
        var appeals = await db.Set<RankAppeal>().AsNoTracking().Where(a => a.DraftId == draft.Id && a.At >= since).Select(a => a.Upheld).ToListAsync(cancel);
        rank.RefuseUnlessSettled(Today, appeals.Count(upheld => upheld is null), appeals.Count(upheld => upheld == true));
    }
}
