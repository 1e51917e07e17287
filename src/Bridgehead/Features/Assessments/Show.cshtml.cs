using System.ComponentModel.DataAnnotations;
using Bridgehead.Features.Access;
using Bridgehead.Features.Organisations;
using Bridgehead.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bridgehead.Features.Assessments;

/// <summary>The result sheet of an assessment: groups apart, every number with the way to its arithmetic; and what can be done next.</summary>
[Authorize(Permission.ReadFigures)]
public sealed class ShowPage(BridgeheadDb db, FindAssessments find, RunAssessment run, HandleAppeals appeals, ScopedUnits scope, Asker asker, UnitOfWork work) : PageAbout<Assessment>(db)
{
    /// <summary>The scheme it is made by.</summary>
    public Scheme Scheme { get; private set; } = null!;
    /// <summary>The results.</summary>
    public ResultSheet Sheet { get; private set; } = null!;
    /// <summary>The appeals.</summary>
    public IReadOnlyList<(Appeal Appeal, Unit Unit)> Appeals { get; private set; } = [];
    /// <summary>The one it scores again.</summary>
    public Assessment? Before { get; private set; }
    /// <summary>The one that scores it again.</summary>
    public Assessment? Again { get; private set; }
    /// <summary>The assessed units the asker may appeal for.</summary>
    public IReadOnlyList<Unit> MayAppealFor { get; private set; } = [];
    /// <summary>Whether the asker may carry it on.</summary>
    public bool MayRun { get; private set; }
    /// <summary>Whether the asker may take it out.</summary>
    public bool MayExport => asker.May(Permission.Export);
    /// <summary>Today in the city.</summary>
    public DateOnly Today => find.Today;
    /// <summary>How many numbers are missing.</summary>
    public int Missing { get; private set; }

    /// <inheritdoc />
    protected override async Task<Assessment?> Find()
    {
        if (await find.Find(Id, Cancel) is not { } assessment) return null;
        Scheme = await find.SchemeOf(assessment, Cancel);
        Sheet = await find.Sheet(assessment, Scheme.Definition, Cancel);
        Appeals = await find.Appeals(assessment, Cancel);
        Before = assessment.ReplacesId is { } earlier ? await find.Find(earlier, Cancel) : null;
        Again = await find.After(assessment, Cancel);
        MayRun = await find.MayRun(Cancel);
        var own = (await scope.Ids(Cancel)).ToHashSet();
        MayAppealFor = asker.May(Permission.AppealAssessments) && assessment.TakesAppeals(Today) ? [.. Sheet.Units.Select(u => u.Unit).Where(u => own.Contains(u.Id)).OrderBy(u => u.Order)] : [];
        Missing = Sheet.Missing.Count;
        return assessment;
    }

    /// <summary>Fixes figures and scores.</summary>
    public Task<IActionResult> OnPostFreeze(long version) => Carry(version, () => run.Freeze(Subject, Scheme.Definition, Cancel), $"已冻结，此后入账的数据不再改变结果");

    /// <summary>Shows it to all units.</summary>
    public Task<IActionResult> OnPostPublish([Required(ErrorMessage = "请填写公示截止日期")] DateOnly? publicTo, long version) => Carry(version, () => run.Publish(Subject, new PublicityInput { PublicTo = publicTo }, Cancel), $"已公示，各单位可以查看和申诉");

    /// <summary>Lets it stand.</summary>
    public Task<IActionResult> OnPostConclude(long version) => Carry(version, () => run.Conclude(Subject, Cancel), $"考核结果已生效");

    /// <summary>Throws a draft away.</summary>
    public async Task<IActionResult> OnPostDiscard(long version)
    {
        if (!asker.May(Permission.RunAssessments)) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await run.Discard(Subject, Cancel);
        this.Notice($"已作废");
        return LocalRedirect("/assessments");
    }

    /// <summary>Scores it again.</summary>
    public async Task<IActionResult> OnPostRescore(DateOnly? asOf)
    {
        if (!asker.May(Permission.RunAssessments)) return Forbid();
        var again = await run.Rescore(Subject, Scheme.Definition, new RescoreInput { AsOf = asOf }, Cancel);
        work.Subject = again.Id;
        this.Notice($"已开始重新计分，原结果在新结果公示前仍然有效");
        return LocalRedirect($"/assessments/{again.Id}");
    }

    /// <summary>Files an appeal.</summary>
    public async Task<IActionResult> OnPostAppeal([Bind(Prefix = "Appeal")] AppealInput input)
    {
        if (!asker.May(Permission.AppealAssessments)) return Forbid();
        work.Subject = (await appeals.File(Subject, Sheet, input, Cancel)).Id;
        this.Notice($"申诉已提交，由市级答复");
        return LocalRedirect($"/assessments/{Id}#appeals");
    }

    /// <summary>Decides an appeal.</summary>
    public async Task<IActionResult> OnPostDecide(Guid appeal, long version, [Bind(Prefix = "Decision")] AppealDecisionInput input)
    {
        if (!asker.May(Permission.RunAssessments)) return Forbid();
        if (await find.Appeal(Id, appeal, Cancel) is not { } open) return NotFound();
        work.Subject = appeal;
        Db.ReadAt(open, version);
        await appeals.Decide(open, input, Cancel);
        this.Notice($"申诉已答复");
        return LocalRedirect($"/assessments/{Id}#appeals");
    }

    private async Task<IActionResult> Carry(long version, Func<Task> act, FormattableString done)
    {
        if (!asker.May(Permission.RunAssessments)) return Forbid();
        work.Subject = Id;
        Db.ReadAt(Subject, version);
        await act();
        this.Notice(done);
        return LocalRedirect($"/assessments/{Id}");
    }
}
